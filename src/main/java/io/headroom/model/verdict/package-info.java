/** What the engine says of a machine, and why. */
@NullMarked
package io.headroom.model.verdict;

import org.jspecify.annotations.NullMarked;
