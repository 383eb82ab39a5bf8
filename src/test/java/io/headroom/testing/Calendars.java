package io.headroom.testing;

import io.headroom.model.policy.Calendar;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A calendar of named times that are given one by one. */
public final class Calendars implements Calendar {

  private static final Comparator<NamedRange> ORDER =
      Comparator.<NamedRange, Instant>comparing(named -> named.range().start())
          .thenComparing(NamedRange::name);

  private final List<NamedRange> kept = new ArrayList<>();
  private final List<NamedRange> leftOut = new ArrayList<>();
  private final List<NamedRange> freezes = new ArrayList<>();
  private ZoneId zone = ZoneOffset.UTC;

  private Calendars() {}

  public static Calendars empty() {
    return new Calendars();
  }

  public Calendars keeping(String name, Instant start, Duration length) {
    kept.add(new NamedRange(name, TimeRange.startingAt(start, length)));
    return this;
  }

  public Calendars leavingOut(String name, Instant start, Duration length) {
    leftOut.add(new NamedRange(name, TimeRange.startingAt(start, length)));
    return this;
  }

  public Calendars freezing(String name, Instant start, Duration length) {
    freezes.add(new NamedRange(name, TimeRange.startingAt(start, length)));
    return this;
  }

  public Calendars in(String zoneId) {
    zone = ZoneId.of(zoneId);
    return this;
  }

  @Override
  public List<NamedRange> kept(TimeRange within) {
    return overlapping(kept, within);
  }

  @Override
  public List<NamedRange> leftOut(TimeRange within) {
    return overlapping(leftOut, within);
  }

  @Override
  public Optional<NamedRange> freezeAt(Instant instant) {
    return freezes.stream().filter(freeze -> freeze.range().contains(instant)).findFirst();
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  private static List<NamedRange> overlapping(List<NamedRange> ranges, TimeRange within) {
    return ranges.stream()
        .filter(named -> named.range().start().isBefore(within.end()))
        .filter(named -> named.range().end().isAfter(within.start()))
        .sorted(ORDER)
        .toList();
  }
}
