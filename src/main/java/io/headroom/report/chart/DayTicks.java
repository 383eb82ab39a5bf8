package io.headroom.report.chart;

import io.headroom.model.unit.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times for an axis: midnights UTC, Mondays where weeks are shown. */
public final class DayTicks {

  private static final int[] DAYS = {1, 2, 7, 14, 28, 56, 112, 224};
  private static final int WEEK = 7;
  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

  private DayTicks() {}

  /**
   * A midnight.
   *
   * @param at when it is
   * @param label the date, such as {@code 6 Jul}
   */
  public record Tick(Instant at, String label) {}

  /** Returns the ticks inside {@code range} in the order of time, at most {@code most} of them. */
  public static List<Tick> in(TimeRange range, int most) {
    for (int days : DAYS) {
      if (range.length().compareTo(Duration.ofDays((long) days * most)) <= 0) {
        return every(days, range);
      }
    }
    return List.of();
  }

  private static List<Tick> every(int days, TimeRange range) {
    LocalDate day = LocalDate.ofInstant(range.start(), ZoneOffset.UTC);
    if (days >= WEEK) {
      day = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
    List<Tick> ticks = new ArrayList<>();
    for (; midnight(day).isBefore(range.end()); day = day.plusDays(days)) {
      if (!midnight(day).isBefore(range.start())) {
        ticks.add(new Tick(midnight(day), LABEL.format(day)));
      }
    }
    return List.copyOf(ticks);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
