/** Plans as documents: written, hashed, read back and refused if they were changed. */
@NullMarked
package io.headroom.plan;

import org.jspecify.annotations.NullMarked;
