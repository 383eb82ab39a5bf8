/** What of a recording has been asked for, so that the next collection asks for the rest. */
@NullMarked
package io.headroom.recording.collected;

import org.jspecify.annotations.NullMarked;
