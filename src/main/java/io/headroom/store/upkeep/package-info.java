/** Keeps the tables small and says how large they are. */
@NullMarked
package io.headroom.store.upkeep;

import org.jspecify.annotations.NullMarked;
