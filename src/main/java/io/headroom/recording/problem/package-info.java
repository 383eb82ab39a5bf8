/**
 * What was wrong in a recording: told with file, line and field, and never in the way of the rest.
 */
@NullMarked
package io.headroom.recording.problem;

import org.jspecify.annotations.NullMarked;
