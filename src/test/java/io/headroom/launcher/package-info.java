/** The launcher as a process of its own. */
@NullMarked
package io.headroom.launcher;

import org.jspecify.annotations.NullMarked;
