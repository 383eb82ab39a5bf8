package io.headroom.ledger.upkeep;

import java.time.Instant;

/** Keeps the store small and says how large it is. */
public interface Upkeep {

  /** Removes what has been kept long enough; may be broken off and called again. */
  Forgotten forget(Retention retention, Instant now);

  /** Returns what the store is and holds. */
  StoreStatus status();
}
