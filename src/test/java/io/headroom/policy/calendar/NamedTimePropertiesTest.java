package io.headroom.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recurring times in every time zone there is, over a year with all its changes of the clocks: each
 * start happens exactly once, when the clocks of the zone show it.
 */
class NamedTimePropertiesTest {

  private static final long SEED = 20260720;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = LocalDate.of(2027, 1, 1);
  private static final Duration ONE_HOUR = Duration.ofHours(1);

  /** One of each kind of zone: those with the same offsets all through the year are one kind. */
  private static final List<String> ZONES =
      List.copyOf(
          new TreeSet<>(ZoneId.getAvailableZoneIds())
              .stream()
                  .collect(
                      Collectors.toMap(
                          NamedTimePropertiesTest::clockOfTheYear,
                          id -> id,
                          (first, same) -> first,
                          TreeMap::new))
                  .values());

  @Test
  void everyZoneIsOfAKindThatIsTried() {
    assertThat(ZoneId.getAvailableZoneIds()).hasSizeGreaterThan(500);
    assertThat(ZONES.stream().map(NamedTimePropertiesTest::clockOfTheYear))
        .containsAll(
            ZoneId.getAvailableZoneIds().stream()
                .map(NamedTimePropertiesTest::clockOfTheYear)
                .toList());
  }

  private static String clockOfTheYear(String id) {
    ZoneRules rules = ZoneId.of(id).getRules();
    Instant from = instant(FIRST).minus(Duration.ofDays(14));
    StringBuilder clock = new StringBuilder(rules.getOffset(from).toString());
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(instant(END).plus(Duration.ofDays(120)))) {
      clock.append(next);
      next = rules.nextTransition(next.getInstant());
    }
    return clock.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 23})
  void happensOncePerLocalDayInEveryZone(int hour) {
    for (String id : ZONES) {
      ZoneId zone = ZoneId.of(id);
      List<Instant> starts = startsOfYear("30 " + hour + " * * *", zone);

      List<Instant> expected =
          FIRST.datesUntil(END).map(day -> resolved(day.atTime(hour, 30), zone)).toList();
      assertThat(starts).as(id).isEqualTo(expected).hasSize(365);
      assertThat(new HashSet<>(starts)).as(id).hasSize(365);
    }
  }

  @Test
  void happensOncePerLocalHourThatThereIs() {
    for (String id : ZONES) {
      ZoneId zone = ZoneId.of(id);
      Set<Instant> expected = new TreeSet<>();
      for (LocalDateTime time = FIRST.atStartOfDay();
          time.isBefore(END.atStartOfDay());
          time = time.plusHours(1)) {
        expected.add(resolved(time, zone));
      }

      // where clocks skip an hour its start falls together with the next: one start, not two
      assertThat(startsOfYear("0 * * * *", zone)).as(id).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void everyMonthHasOneEndInEveryZone() {
    for (String id : ZONES) {
      ZoneId zone = ZoneId.of(id);
      List<LocalDate> days =
          startsOfYear("0 12 L * *", zone).stream()
              .map(start -> start.atZone(zone).toLocalDate())
              .toList();

      assertThat(days).as(id).hasSize(12).allMatch(day -> day.plusDays(1).getDayOfMonth() == 1);
    }
  }

  @Test
  void anyCutOfTheTimeGivesTheSameOccurrences() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
      Duration length = Duration.ofMinutes(1 + random.nextInt(3 * 24 * 60));
      String cron = random.nextInt(60) + " " + random.nextInt(24) + " * * *";
      NamedTimes times = new NamedTimes(List.of(NamedTime.recurring("it", cron, length, zone)));
      Instant from = instant(FIRST).plusSeconds(random.nextInt(400 * 86_400));
      TimeRange asked = TimeRange.startingAt(from, Duration.ofMinutes(random.nextInt(60_000)));

      List<TimeRange> expected = new ArrayList<>();
      FIRST
          .minusDays(10)
          .datesUntil(END.plusDays(120))
          .map(day -> resolved(day.atTime(hourOf(cron), minuteOf(cron)), zone))
          .map(start -> TimeRange.startingAt(start, length))
          .filter(range -> range.start().isBefore(asked.end()))
          .filter(range -> range.end().isAfter(asked.start()))
          .forEach(expected::add);
      assertThat(times.overlapping(asked))
          .as("seed %d, round %d: %s in %s for %s over %s", SEED, round, cron, zone, length, asked)
          .extracting(NamedRange::range)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void wholeDaysAreAsLongAsTheClocksMakeThem() {
    Map<Long, Integer> daysByHours = new TreeMap<>();
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    List<LocalDate> all = FIRST.datesUntil(END).toList();
    for (TimeRange day : NamedTime.onDates("day", all, berlin).startingIn(2026).toList()) {
      daysByHours.merge(day.length().toHours(), 1, Integer::sum);
    }

    // the first day of 2026 in Berlin starts in 2025 by UTC; 29 March has 23 hours, 25 October 25
    assertThat(daysByHours).isEqualTo(Map.of(23L, 1, 24L, 362, 25L, 1));
  }

  private static List<Instant> startsOfYear(String cron, ZoneId zone) {
    NamedTimes times = new NamedTimes(List.of(NamedTime.recurring("it", cron, ONE_HOUR, zone)));
    Instant from = resolved(FIRST.atStartOfDay(), zone);
    Instant until = resolved(END.atStartOfDay(), zone);
    return times.overlapping(new TimeRange(from.minus(ONE_HOUR), until)).stream()
        .map(named -> named.range().start())
        .filter(start -> !start.isBefore(from) && start.isBefore(until))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** What a local time means, from the offsets of the zone alone. */
  private static Instant resolved(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition skipped = zone.getRules().getTransition(local);
      // as if the clocks had not been changed yet
      return local.toInstant(skipped.getOffsetBefore());
    }
    return offsets.stream().map(local::toInstant).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static int minuteOf(String cron) {
    return Integer.parseInt(cron.substring(0, cron.indexOf(' ')));
  }

  private static int hourOf(String cron) {
    String rest = cron.substring(cron.indexOf(' ') + 1);
    return Integer.parseInt(rest.substring(0, rest.indexOf(' ')));
  }
}
