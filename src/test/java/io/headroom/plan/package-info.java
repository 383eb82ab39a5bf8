/** Plans as documents. */
@NullMarked
package io.headroom.plan;

import org.jspecify.annotations.NullMarked;
