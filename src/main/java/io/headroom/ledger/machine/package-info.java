/** Machines and what was observed of them. */
@NullMarked
package io.headroom.ledger.machine;

import org.jspecify.annotations.NullMarked;
