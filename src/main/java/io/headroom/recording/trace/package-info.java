/** Utilization traces of research archives, made into recordings. */
@NullMarked
package io.headroom.recording.trace;

import org.jspecify.annotations.NullMarked;
