/** A cloud in memory under virtual time, with faults, delays and looks that lag behind. */
@NullMarked
package io.headroom.cloud.sim;

import org.jspecify.annotations.NullMarked;
