/** Finding out, before anything is collected, what may be read and which machines lack a metric. */
@NullMarked
package io.headroom.collector.examination;

import org.jspecify.annotations.NullMarked;
