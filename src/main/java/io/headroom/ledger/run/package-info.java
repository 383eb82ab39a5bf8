/** Runs: who has one under way, and what came of it. */
@NullMarked
package io.headroom.ledger.run;

import org.jspecify.annotations.NullMarked;
