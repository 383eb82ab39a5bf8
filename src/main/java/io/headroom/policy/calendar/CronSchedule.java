package io.headroom.policy.calendar;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.headroom.document.Excerpt;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cron expression of five fields — minute, hour, day of month, month, day of week — read as local
 * times, whatever the zone. Beside the usual forms, the day of month may be {@code L} (the last),
 * {@code L-2}, {@code LW} (the last weekday) or {@code 15W}, and the day of week {@code FRI#2} (the
 * second Friday) or {@code 5L} (the last one). As in cron, a day matches if the day of month or the
 * day of week does, where both are given.
 *
 * <p>The expression is taken apart: its last three fields give days, its first two the times of a
 * day. So the library is asked once a day, never once an hour, and it never sees a time zone.
 */
final class CronSchedule {

  /** What is accepted, in words that follow "expected". */
  static final String EXPECTED =
      "five fields, minute hour day-of-month month day-of-week, such as 0 2 * * SUN or 0 0 L * *";

  /** More starts than this are no calendar. */
  static final int MOST_STARTS_A_DAY = 24;

  private static final CronDefinition FIVE_FIELDS =
      CronDefinitionBuilder.defineCron()
          .withMinutes()
          .withStrictRange()
          .and()
          .withHours()
          .withStrictRange()
          .and()
          .withDayOfMonth()
          .supportsL()
          .supportsW()
          .supportsLW()
          .withStrictRange()
          .and()
          .withMonth()
          .withStrictRange()
          .and()
          .withDayOfWeek()
          .withValidRange(0, 7)
          .withMondayDoWValue(1)
          .withIntMapping(7, 0)
          .supportsHash()
          .supportsL()
          .and()
          .instance();

  private static final Pattern FIELDS =
      Pattern.compile("\\s*(\\S+)\\s+(\\S+)\\s+(\\S+\\s+\\S+\\s+\\S+)\\s*");

  /** A leap day may be eight years away, around 2100. */
  private static final int MOST_YEARS_APART = 9;

  private final ExecutionTime days;
  private final List<LocalTime> times;

  private CronSchedule(ExecutionTime days, List<LocalTime> times) {
    this.days = days;
    this.times = times;
  }

  /**
   * Returns the schedule of an expression.
   *
   * @throws IllegalArgumentException if it is not one, never happens or happens more than 24 times
   *     a day; the message says what was found and what is accepted
   */
  static CronSchedule parse(String text) {
    Matcher fields = FIELDS.matcher(text);
    if (!fields.matches()) {
      throw invalid(text, EXPECTED);
    }
    ExecutionTime days = executions(text, "0 0 " + fields.group(3));
    ExecutionTime minutes = executions(text, fields.group(1) + " " + fields.group(2) + " * * *");
    CronSchedule schedule = new CronSchedule(days, timesOfDay(text, minutes));
    LocalDate someDay = LocalDate.of(2000, 1, 1);
    if (schedule.nextDay(someDay, someDay.plusYears(MOST_YEARS_APART)).isEmpty()) {
      throw invalid(text, "a day that exists: it never happens");
    }
    return schedule;
  }

  /** Returns the local starts on days of {@code [from, until)}, in order. */
  List<LocalDateTime> starts(LocalDate from, LocalDate until) {
    List<LocalDateTime> starts = new ArrayList<>();
    Optional<LocalDate> day = nextDay(from, until);
    while (day.isPresent()) {
      for (LocalTime time : times) {
        starts.add(day.get().atTime(time));
      }
      day = nextDay(day.get().plusDays(1), until);
    }
    return List.copyOf(starts);
  }

  private Optional<LocalDate> nextDay(LocalDate from, LocalDate until) {
    return days.nextExecution(from.atStartOfDay(ZoneOffset.UTC).minusNanos(1))
        .map(ZonedDateTime::toLocalDate)
        .filter(day -> day.isBefore(until));
  }

  private static List<LocalTime> timesOfDay(String text, ExecutionTime minutes) {
    ZonedDateTime dayStart = LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC);
    List<LocalTime> times = new ArrayList<>();
    Optional<ZonedDateTime> next = minutes.nextExecution(dayStart.minusNanos(1));
    while (next.isPresent() && next.get().isBefore(dayStart.plusDays(1))) {
      times.add(next.get().toLocalTime());
      if (times.size() > MOST_STARTS_A_DAY) {
        throw invalid(text, "at most " + MOST_STARTS_A_DAY + " starts a day");
      }
      next = minutes.nextExecution(next.get());
    }
    return List.copyOf(times);
  }

  private static ExecutionTime executions(String text, String expression) {
    try {
      Cron cron = new CronParser(FIVE_FIELDS).parse(expression);
      return ExecutionTime.forCron(cron.validate());
    } catch (IllegalArgumentException refused) {
      throw invalid(text, reason(refused) + EXPECTED);
    }
  }

  /** The library names the value that is out of range; that is worth passing on. */
  private static String reason(IllegalArgumentException refused) {
    Matcher range =
        Pattern.compile("(?:Value|Period) (\\S+) not in range \\[(\\d+), (\\d+)]")
            .matcher(String.valueOf(refused.getMessage()));
    return range.find()
        ? range.group(2)
            + " to "
            + range.group(3)
            + " in place of "
            + Excerpt.of(range.group(1))
            + ", in "
        : "";
  }

  private static IllegalArgumentException invalid(String text, String expected) {
    return new IllegalArgumentException(
        "Invalid cron: " + Excerpt.of(text) + "; expected " + expected);
  }
}
