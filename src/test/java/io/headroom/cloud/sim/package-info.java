/** The simulated cloud behind the ports. */
@NullMarked
package io.headroom.cloud.sim;

import org.jspecify.annotations.NullMarked;
