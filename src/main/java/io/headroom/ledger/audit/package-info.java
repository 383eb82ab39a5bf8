/** Who did what: a log that only grows and shows whether it was tampered with. */
@NullMarked
package io.headroom.ledger.audit;

import org.jspecify.annotations.NullMarked;
