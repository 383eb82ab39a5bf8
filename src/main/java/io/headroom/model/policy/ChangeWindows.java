package io.headroom.model.policy;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When machines may be changed. Implementations are immutable and answer the same for the same
 * question.
 */
public interface ChangeWindows {

  /** Returns the window that is open at {@code instant}, the earliest if several are. */
  Optional<NamedRange> openAt(Instant instant);

  /** Returns the windows that overlap {@code within}, by start, then by name. */
  List<NamedRange> overlapping(TimeRange within);
}
