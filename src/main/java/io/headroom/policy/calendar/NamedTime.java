package io.headroom.policy.calendar;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A time with a name, once or again and again.
 *
 * <p>A local time means what the clocks of its zone show. Where clocks are put forward, a start
 * that they skip is moved by what they skip, so that it comes when it would have come on the old
 * clock; two starts that fall together by that are one. Where clocks are put back, a start that
 * they show twice counts the first time. So every start of the schedule happens exactly once.
 */
public final class NamedTime {

  /** More than the largest distance between a local day and the same day in UTC. */
  private static final int ZONE_MARGIN_DAYS = 2;

  private final String name;
  private final Occurrences occurrences;

  private NamedTime(String name, Occurrences occurrences) {
    this.name = name;
    this.occurrences = occurrences;
  }

  /**
   * Returns a time that recurs: {@code cron} says when it starts, {@code duration} how long it
   * lasts, in elapsed time.
   *
   * @throws IllegalArgumentException if the expression is not valid
   */
  public static NamedTime recurring(String name, String cron, Duration duration, ZoneId zone) {
    return new NamedTime(name, new Recurring(CronSchedule.parse(cron), duration, zone));
  }

  /** Returns a time of whole local days, which may have 23 or 25 hours. */
  public static NamedTime onDates(String name, List<LocalDate> dates, ZoneId zone) {
    return new NamedTime(
        name,
        new Fixed(
            dates.stream()
                .sorted()
                .distinct()
                .map(date -> between(date.atStartOfDay(), date.plusDays(1).atStartOfDay(), zone))
                .toList()));
  }

  /**
   * Returns a time from one local time until another.
   *
   * @throws IllegalArgumentException if it ends before it starts
   */
  public static NamedTime between(
      String name, LocalDateTime from, LocalDateTime until, ZoneId zone) {
    return new NamedTime(name, new Fixed(List.of(between(from, until, zone))));
  }

  private static TimeRange between(LocalDateTime from, LocalDateTime until, ZoneId zone) {
    return new TimeRange(from.atZone(zone).toInstant(), until.atZone(zone).toInstant());
  }

  String name() {
    return name;
  }

  /** Returns the length of the longest occurrence. */
  Duration longest() {
    return occurrences.longest();
  }

  /** Returns the occurrences that start in a UTC year, by start. */
  Stream<TimeRange> startingIn(int year) {
    return occurrences.startingIn(year).sorted(Comparator.comparing(TimeRange::start));
  }

  private interface Occurrences {
    Stream<TimeRange> startingIn(int year);

    Duration longest();
  }

  private record Fixed(List<TimeRange> ranges) implements Occurrences {
    @Override
    public Stream<TimeRange> startingIn(int year) {
      return ranges.stream().filter(range -> isIn(range, year));
    }

    @Override
    public Duration longest() {
      return ranges.stream()
          .map(TimeRange::length)
          .max(Comparator.naturalOrder())
          .orElse(Duration.ZERO);
    }
  }

  private record Recurring(CronSchedule cron, Duration duration, ZoneId zone)
      implements Occurrences {
    @Override
    public Stream<TimeRange> startingIn(int year) {
      LocalDate first = LocalDate.of(year, 1, 1);
      return cron
          .starts(first.minusDays(ZONE_MARGIN_DAYS), first.plusYears(1).plusDays(ZONE_MARGIN_DAYS))
          .stream()
          .map(start -> start.atZone(zone).toInstant())
          .distinct()
          .map(start -> TimeRange.startingAt(start, duration))
          .filter(range -> isIn(range, year));
    }

    @Override
    public Duration longest() {
      return duration;
    }
  }

  private static boolean isIn(TimeRange range, int year) {
    return range.start().atOffset(ZoneOffset.UTC).getYear() == year;
  }
}
