package io.headroom.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTimesTest {

  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private static final NamedTime MONTH_END =
      NamedTime.recurring("month end", "0 0 L * *", ONE_DAY, ZoneOffset.UTC);

  @Test
  void findsTheMonthEndsOfThirteenMonths() {
    TimeRange asked = TimeRange.endingAt(Instant.parse("2026-07-20T00:00:00Z"), days(396));

    // from 19 June 2025: the ends of June 2025 to June 2026
    assertThat(new NamedTimes(List.of(MONTH_END)).overlapping(asked))
        .hasSize(13)
        .first()
        .isEqualTo(
            new NamedRange(
                "month end", TimeRange.startingAt(Instant.parse("2025-06-30T00:00:00Z"), ONE_DAY)));
  }

  @Test
  void countsDaysInTheZone() {
    NamedTimes times =
        new NamedTimes(List.of(NamedTime.recurring("month end", "0 0 L * *", ONE_DAY, KOLKATA)));

    // midnight of 31 July in Kolkata is 18:30 of 30 July in UTC
    assertThat(times.openAt(Instant.parse("2026-07-30T18:29:59Z"))).isEmpty();
    assertThat(times.openAt(Instant.parse("2026-07-30T18:30:00Z"))).isPresent();
    assertThat(times.openAt(Instant.parse("2026-07-31T18:29:59Z"))).isPresent();
    assertThat(times.openAt(Instant.parse("2026-07-31T18:30:00Z"))).isEmpty();
  }

  @Test
  void touchingIsNotOverlapping() {
    NamedTimes times = new NamedTimes(List.of(MONTH_END));
    Instant start = Instant.parse("2026-06-30T00:00:00Z");

    assertThat(times.overlapping(TimeRange.endingAt(start, days(2)))).isEmpty();
    assertThat(times.overlapping(TimeRange.startingAt(start.plus(ONE_DAY), days(2)))).isEmpty();
    assertThat(times.overlapping(TimeRange.endingAt(start.plusSeconds(1), days(2)))).hasSize(1);
  }

  @Test
  void findsWhatStartedInAnotherYear() {
    NamedTimes times =
        new NamedTimes(
            List.of(
                NamedTime.between(
                    "long freeze",
                    LocalDateTime.parse("2024-11-01T00:00"),
                    LocalDateTime.parse("2026-02-01T00:00"),
                    ZoneOffset.UTC)));

    assertThat(times.openAt(Instant.parse("2026-01-31T23:59:59Z"))).isPresent();
    assertThat(times.openAt(Instant.parse("2026-02-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void ordersByStartThenName() {
    NamedTime day = NamedTime.onDates("b", List.of(LocalDate.of(2026, 6, 30)), ZoneOffset.UTC);
    NamedTime same = NamedTime.onDates("a", List.of(LocalDate.of(2026, 6, 30)), ZoneOffset.UTC);
    NamedTime earlier = NamedTime.onDates("c", List.of(LocalDate.of(2026, 6, 29)), ZoneOffset.UTC);
    TimeRange asked = TimeRange.endingAt(Instant.parse("2026-07-20T00:00:00Z"), days(42));

    assertThat(new NamedTimes(List.of(day, MONTH_END, earlier, same)).overlapping(asked))
        .extracting(NamedRange::name)
        .containsExactly("c", "a", "b", "month end");
  }

  @Test
  void sameDayTwiceIsOnce() {
    LocalDate day = LocalDate.of(2026, 6, 30);

    assertThat(NamedTime.onDates("a", List.of(day, day), ZoneOffset.UTC).startingIn(2026))
        .hasSize(1);
  }

  @Test
  void daysThatClocksBeginLateStartWhenTheyBegin() {
    // in Santiago the clocks skip the first hour of 6 September 2026: the day begins at 01:00
    ZoneId santiago = ZoneId.of("America/Santiago");

    assertThat(
            NamedTime.onDates("day", List.of(LocalDate.of(2026, 9, 6)), santiago).startingIn(2026))
        .containsExactly(
            new TimeRange(
                Instant.parse("2026-09-06T04:00:00Z"), Instant.parse("2026-09-07T03:00:00Z")));
  }

  @Test
  void skippedStartComesWhenItWouldHaveOnTheOldClock() {
    // Berlin skips 02:00 to 03:00 on 29 March 2026; 02:30 would have been 01:30 UTC
    NamedTimes times =
        new NamedTimes(
            List.of(
                NamedTime.recurring(
                    "night", "30 2 * * *", Duration.ofHours(1), ZoneId.of("Europe/Berlin"))));

    assertThat(times.openAt(Instant.parse("2026-03-29T01:30:00Z"))).isPresent();
    assertThat(times.openAt(Instant.parse("2026-03-29T01:29:59Z"))).isEmpty();
  }

  @Test
  void startThatIsShownTwiceCountsTheFirstTime() {
    // Berlin shows 02:30 at 00:30 and at 01:30 UTC on 25 October 2026
    NamedTimes times =
        new NamedTimes(
            List.of(
                NamedTime.recurring(
                    "night", "30 2 * * *", Duration.ofMinutes(30), ZoneId.of("Europe/Berlin"))));

    assertThat(times.openAt(Instant.parse("2026-10-25T00:30:00Z"))).isPresent();
    assertThat(times.openAt(Instant.parse("2026-10-25T01:30:00Z"))).isEmpty();
  }

  @Test
  void nothingNamedIsNeverThere() {
    NamedTimes times = new NamedTimes(List.of());

    assertThat(
            times.overlapping(TimeRange.endingAt(Instant.parse("2026-07-20T00:00:00Z"), days(9))))
        .isEmpty();
    assertThat(times.openAt(Instant.parse("2026-07-20T00:00:00Z"))).isEmpty();
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    LocalDateTime from = LocalDateTime.parse("2026-02-01T00:00");

    assertThatThrownBy(() -> NamedTime.between("x", from, from.minusDays(1), ZoneOffset.UTC))
        .hasMessageStartingWith("Invalid time range");
  }

  @Test
  void calendarKeepsItsFourPartsApart() {
    NamedTimes kept = new NamedTimes(List.of(MONTH_END));
    NamedTimes leftOut =
        new NamedTimes(
            List.of(NamedTime.onDates("move", List.of(LocalDate.of(2026, 7, 1)), KOLKATA)));
    NamedTimes freezes =
        new NamedTimes(
            List.of(NamedTime.onDates("stop", List.of(LocalDate.of(2026, 7, 2)), KOLKATA)));
    PolicyCalendar calendar = new PolicyCalendar(KOLKATA, kept, leftOut, freezes);
    TimeRange july = TimeRange.endingAt(Instant.parse("2026-07-20T00:00:00Z"), days(21));

    assertThat(calendar.kept(july)).extracting(NamedRange::name).containsExactly("month end");
    assertThat(calendar.leftOut(july)).extracting(NamedRange::name).containsExactly("move");
    assertThat(calendar.freezeAt(Instant.parse("2026-07-02T00:00:00Z")))
        .map(NamedRange::name)
        .contains("stop");
    assertThat(calendar.freezeAt(Instant.parse("2026-07-03T00:00:00Z"))).isEmpty();
    assertThat(calendar.zone()).isEqualTo(KOLKATA);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
