/** Observed utilization: regular grids of samples, with gaps that stay gaps. */
@NullMarked
package io.headroom.model.series;

import org.jspecify.annotations.NullMarked;
