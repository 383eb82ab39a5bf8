package io.headroom.ledger.run;

import java.util.Optional;

/** Which runs are meant; what is absent leaves nothing out. */
public record RunFilter(Optional<String> job, Optional<RunState> state) {

  /** All runs. */
  public static final RunFilter ANY = new RunFilter(Optional.empty(), Optional.empty());
}
