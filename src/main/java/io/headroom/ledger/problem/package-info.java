/** What can go wrong with what is remembered. */
@NullMarked
package io.headroom.ledger.problem;

import org.jspecify.annotations.NullMarked;
