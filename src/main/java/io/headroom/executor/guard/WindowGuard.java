package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import io.headroom.model.policy.ChangeWindows;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Begins nothing outside a change window, and nothing that a window leaves no time for. What has
 * been stopped is finished also after its end.
 */
public final class WindowGuard implements Guard {

  /** Nothing is far away that does not come within a year. */
  private static final Duration FAR = Duration.ofDays(366);

  private final ChangeWindows windows;
  private final Duration needed;

  /**
   * Takes the windows of a policy.
   *
   * @param needed time that must be left: for a resize and for the way back
   */
  public WindowGuard(ChangeWindows windows, Duration needed) {
    this.windows = windows;
    this.needed = needed;
  }

  @Override
  public Optional<String> objection(Operation operation, Sighting seen, Instant now) {
    Optional<NamedRange> open = windows.openAt(now);
    if (open.isEmpty()) {
      return Optional.of("no change window is open" + next(now));
    }
    Instant end = endOf(open.get(), now);
    return end.isBefore(now.plus(needed))
        ? Optional.of(
            "the window "
                + open.get().name()
                + " closes at "
                + end
                + ", and a resize with the way back needs "
                + needed.toMinutes()
                + " minutes")
        : Optional.empty();
  }

  /** Windows that follow without a gap are one. */
  private Instant endOf(NamedRange open, Instant now) {
    Instant end = open.range().end();
    for (NamedRange later : windows.overlapping(new TimeRange(now, now.plus(needed)))) {
      if (!later.range().start().isAfter(end) && later.range().end().isAfter(end)) {
        end = later.range().end();
      }
    }
    return end;
  }

  private String next(Instant now) {
    return windows.overlapping(new TimeRange(now, now.plus(FAR))).stream()
        .findFirst()
        .map(window -> "; " + window.name() + " opens at " + window.range().start())
        .orElse("; none opens within a year");
  }
}
