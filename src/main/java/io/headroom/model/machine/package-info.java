/** Machines as their providers and hosts know them; what is absent is unknown, never no. */
@NullMarked
package io.headroom.model.machine;

import org.jspecify.annotations.NullMarked;
