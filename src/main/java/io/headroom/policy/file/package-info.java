/** From the document of a policy file to what it says. */
@NullMarked
package io.headroom.policy.file;

import org.jspecify.annotations.NullMarked;
