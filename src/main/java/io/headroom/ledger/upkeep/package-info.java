/** What keeps the store small, and what says how large it is. */
@NullMarked
package io.headroom.ledger.upkeep;

import org.jspecify.annotations.NullMarked;
