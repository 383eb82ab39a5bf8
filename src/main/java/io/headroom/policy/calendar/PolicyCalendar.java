package io.headroom.policy.calendar;

import io.headroom.model.policy.Calendar;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The calendar that a policy file describes. */
public final class PolicyCalendar implements Calendar {

  private final ZoneId zone;
  private final NamedTimes kept;
  private final NamedTimes leftOut;
  private final NamedTimes freezes;

  /** Puts a calendar together; {@code zone} is the one in which days and months are counted. */
  public PolicyCalendar(ZoneId zone, NamedTimes kept, NamedTimes leftOut, NamedTimes freezes) {
    this.zone = zone;
    this.kept = kept;
    this.leftOut = leftOut;
    this.freezes = freezes;
  }

  @Override
  public List<NamedRange> kept(TimeRange within) {
    return kept.overlapping(within);
  }

  @Override
  public List<NamedRange> leftOut(TimeRange within) {
    return leftOut.overlapping(within);
  }

  @Override
  public Optional<NamedRange> freezeAt(Instant instant) {
    return freezes.openAt(instant);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }
}
