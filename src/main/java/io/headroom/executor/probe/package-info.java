/** What was measured on a host, and the port to measure it. */
@NullMarked
package io.headroom.executor.probe;

import org.jspecify.annotations.NullMarked;
