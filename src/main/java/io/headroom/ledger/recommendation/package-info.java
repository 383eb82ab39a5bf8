/** Recommendations with their evidence, and what became of them. */
@NullMarked
package io.headroom.ledger.recommendation;

import org.jspecify.annotations.NullMarked;
