/** From samples to demand: what a machine needed, and how sure that is. */
@NullMarked
package io.headroom.engine.demand;

import org.jspecify.annotations.NullMarked;
