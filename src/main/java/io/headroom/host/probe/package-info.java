/** Measuring over a channel: processes, memory, queues, failures. */
@NullMarked
package io.headroom.host.probe;

import org.jspecify.annotations.NullMarked;
