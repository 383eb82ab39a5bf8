package io.headroom.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CronScheduleTest {

  private static final LocalDate START = LocalDate.of(2023, 12, 28);
  private static final LocalDate END = LocalDate.of(2028, 3, 2);

  /** Days by a rule in plain Java, which shares nothing with the cron library. */
  static Stream<Arguments> dayRules() {
    return Stream.of(
        rule("0 0 L * *", day -> day.equals(lastOf(day))),
        rule("0 0 L-2 * *", day -> day.equals(lastOf(day).minusDays(2))),
        rule("0 0 LW * *", day -> day.equals(lastWeekdayOf(day))),
        rule("0 0 15W * *", day -> day.equals(nearestWeekday(day.withDayOfMonth(15)))),
        rule("0 0 1 * *", day -> day.getDayOfMonth() == 1),
        rule("0 0 31 * *", day -> day.getDayOfMonth() == 31),
        rule("0 0 1,15 * *", day -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == 15),
        rule("0 0 28-30 2 *", day -> day.getMonthValue() == 2 && day.getDayOfMonth() >= 28),
        rule("0 0 29 2 *", day -> day.getMonthValue() == 2 && day.getDayOfMonth() == 29),
        rule("0 0 * * SUN", day -> day.getDayOfWeek() == DayOfWeek.SUNDAY),
        rule("0 0 * * 0", day -> day.getDayOfWeek() == DayOfWeek.SUNDAY),
        rule("0 0 * * 7", day -> day.getDayOfWeek() == DayOfWeek.SUNDAY),
        rule("0 0 * * MON-FRI", CronScheduleTest::isWeekday),
        rule("0 0 * * 1-5", CronScheduleTest::isWeekday),
        rule("0 0 * * TUE#2", day -> isNth(day, DayOfWeek.TUESDAY, 2)),
        rule("0 0 * * 5#1", day -> isNth(day, DayOfWeek.FRIDAY, 1)),
        rule(
            "0 0 * * 5L",
            day -> day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY)))),
        rule("0 0 * JAN,JUL *", day -> day.getMonthValue() == 1 || day.getMonthValue() == 7),
        rule("0 0 1 */3 *", day -> day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1),
        rule(
            "0 0 13 * FRI",
            day -> day.getDayOfMonth() == 13 || day.getDayOfWeek() == DayOfWeek.FRIDAY),
        rule("0 0 * * *", day -> true));
  }

  @ParameterizedTest
  @MethodSource("dayRules")
  void startsOnTheDaysItSays(String cron, Predicate<LocalDate> rule) {
    List<LocalDateTime> expected =
        START.datesUntil(END).filter(rule).map(LocalDate::atStartOfDay).toList();

    assertThat(CronSchedule.parse(cron).starts(START, END)).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void startsAtEachTimeOfEachDay() {
    LocalDate day = LocalDate.of(2026, 7, 1);

    assertThat(CronSchedule.parse("30 9,17 * * *").starts(day, day.plusDays(2)))
        .containsExactly(
            day.atTime(9, 30),
            day.atTime(17, 30),
            day.plusDays(1).atTime(9, 30),
            day.plusDays(1).atTime(17, 30));
  }

  @Test
  void leavesOutTheEndDay() {
    LocalDate day = LocalDate.of(2026, 7, 1);

    assertThat(CronSchedule.parse("0 9 * * *").starts(day, day)).isEmpty();
    assertThat(CronSchedule.parse("0 9 * * *").starts(day, day.plusDays(1))).hasSize(1);
  }

  @Test
  void mayStartEveryHour() {
    LocalDate day = LocalDate.of(2026, 7, 1);

    assertThat(CronSchedule.parse("5 * * * *").starts(day, day.plusDays(1))).hasSize(24);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 25 * * *      | Invalid cron: 0 25 * * *; expected 0 to 23 in place of 25, in five fields
          60 0 * * *      | Invalid cron: 60 0 * * *; expected 0 to 59 in place of 60, in five fields
          0 0 32 * *      | Invalid cron: 0 0 32 * *; expected 1 to 31 in place of 32, in five fields
          0 0 1 13 *      | Invalid cron: 0 0 1 13 *; expected 1 to 12 in place of 13, in five fields
          0 0 * * 8       | Invalid cron: 0 0 * * 8; expected 0 to 7 in place of 8, in five fields
          0 9 * *         | Invalid cron: 0 9 * *; expected five fields, minute hour
          0 0 9 * * MON   | Invalid cron: 0 0 9 * * MON; expected five fields, minute hour
          @daily          | Invalid cron: @daily; expected five fields, minute hour
          0 9 ? * MON     | Invalid cron: 0 9 ? * MON; expected five fields, minute hour
          0 0 5-1 * *     | Invalid cron: 0 0 5-1 * *; expected five fields, minute hour
          0 0 * * MOON    | Invalid cron: 0 0 * * MOON; expected five fields, minute hour
          0 9 30 2 *      | Invalid cron: 0 9 30 2 *; expected a day that exists: it never happens
          */15 * * * *    | Invalid cron: */15 * * * *; expected at most 24 starts a day
          """)
  void refusesWhatIsNoCalendar(String cron, String message) {
    assertThatThrownBy(() -> CronSchedule.parse(cron))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static Arguments rule(String cron, Predicate<LocalDate> rule) {
    return Arguments.of(cron, rule);
  }

  private static LocalDate lastOf(LocalDate day) {
    return day.with(TemporalAdjusters.lastDayOfMonth());
  }

  private static LocalDate lastWeekdayOf(LocalDate day) {
    LocalDate last = lastOf(day);
    while (!isWeekday(last)) {
      last = last.minusDays(1);
    }
    return last;
  }

  private static LocalDate nearestWeekday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= 5;
  }

  private static boolean isNth(LocalDate day, DayOfWeek weekday, int nth) {
    return day.getDayOfWeek() == weekday && (day.getDayOfMonth() - 1) / 7 + 1 == nth;
  }
}
