/**
 * Recordings: a folder with an inventory and samples, read and written in a stream. Offline input
 * and output of everything.
 */
@NullMarked
package io.headroom.recording;

import org.jspecify.annotations.NullMarked;
