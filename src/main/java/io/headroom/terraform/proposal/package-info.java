/** What the variables should say: keys for machines, sizes for keys, what changes. */
@NullMarked
package io.headroom.terraform.proposal;

import org.jspecify.annotations.NullMarked;
