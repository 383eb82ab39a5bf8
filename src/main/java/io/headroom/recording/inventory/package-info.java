/** The inventory file: machines as their providers and hosts know them, read one at a time. */
@NullMarked
package io.headroom.recording.inventory;

import org.jspecify.annotations.NullMarked;
