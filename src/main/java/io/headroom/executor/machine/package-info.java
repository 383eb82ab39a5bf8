/** The port to a cloud's machines: look, stop, change, start. */
@NullMarked
package io.headroom.executor.machine;

import org.jspecify.annotations.NullMarked;
