/** Changes and differences written out for people, reviewers and programs. */
@NullMarked
package io.headroom.terraform.text;

import org.jspecify.annotations.NullMarked;
