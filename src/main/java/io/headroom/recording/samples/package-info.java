/**
 * The samples file: one row per series, split into lines by one thread and parsed by many, straight
 * from bytes.
 */
@NullMarked
package io.headroom.recording.samples;

import org.jspecify.annotations.NullMarked;
