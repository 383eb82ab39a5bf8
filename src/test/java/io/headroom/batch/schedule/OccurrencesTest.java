package io.headroom.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrencesTest {

  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  @Test
  void comesAtTheLocalTimeOfItsZone() {
    Occurrences daily = Occurrences.of("15 2 * * *", VIENNA);
    // in winter Vienna is one hour ahead, in summer two
    assertThat(daily.after(Instant.parse("2026-01-10T00:00:00Z")))
        .contains(Instant.parse("2026-01-10T01:15:00Z"));
    assertThat(daily.after(Instant.parse("2026-01-10T01:15:00Z")))
        .contains(Instant.parse("2026-01-11T01:15:00Z"));
    assertThat(daily.after(Instant.parse("2026-07-10T00:00:00Z")))
        .contains(Instant.parse("2026-07-10T00:15:00Z"));
  }

  @Test
  void aTimeThatTheClocksLeaveOutComesWhenTheyHaveChanged() {
    // 2026-03-29: 02:00 to 03:00 does not exist in Vienna; it is 01:00 UTC then
    assertThat(between("30 2 * * *", "2026-03-28T22:00:00Z", "2026-03-30T22:00:00Z"))
        .containsExactly(
            Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
  }

  @Test
  void severalTimesThatAreLeftOutComeOnce() {
    assertThat(between("0,20,40 2 * * *", "2026-03-28T22:00:00Z", "2026-03-29T22:00:00Z"))
        .containsExactly(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void aTimeThatComesTwiceCountsTheFirstTime() {
    // 2026-10-25: 02:00 to 03:00 comes twice in Vienna, first at 00:00 UTC
    assertThat(between("30 2 * * *", "2026-10-24T22:00:00Z", "2026-10-26T22:00:00Z"))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void comesOnceADayInEveryZoneWhoseClocksChange() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Map<ZoneRules, String> different = new HashMap<>();
    new TreeSet<>(ZoneId.getAvailableZoneIds())
        .forEach(id -> different.putIfAbsent(ZoneId.of(id).getRules(), id));
    List<String> changing =
        different.values().stream().filter(id -> changesIn2026(ZoneId.of(id))).sorted().toList();
    assertThat(changing).hasSizeGreaterThan(30);
    for (String id : changing) {
      ZoneId zone = ZoneId.of(id);
      Occurrences daily = Occurrences.of("30 2 * * *", zone);
      Instant at = daily.after(start).orElseThrow();
      for (int day = 0; day < 370; day++) {
        Instant next = daily.after(at).orElseThrow();
        assertThat(Duration.between(at, next))
            .as("%s after %s", id, at)
            .isBetween(Duration.ofHours(22), Duration.ofHours(26));
        assertThat(LocalDateTime.ofInstant(next, zone).toLocalDate())
            .as("%s after %s", id, at)
            .isEqualTo(LocalDateTime.ofInstant(at, zone).toLocalDate().plusDays(1));
        at = next;
      }
    }
  }

  private static boolean changesIn2026(ZoneId zone) {
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
    return next != null && next.getInstant().isBefore(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "* * * *", "61 2 * * *", "0 0 31 2 *", "0 2 * * * *"})
  void refusesWhatIsNoScheduleOrNeverComes(String cron) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Occurrences.of(cron, VIENNA))
        .withMessageStartingWith("Invalid schedule.cron: " + cron + "; expected five fields");
  }

  private static List<Instant> between(String cron, String from, String until) {
    Occurrences occurrences = Occurrences.of(cron, VIENNA);
    List<Instant> found = new ArrayList<>();
    Optional<Instant> next = occurrences.after(Instant.parse(from));
    while (next.isPresent() && next.get().isBefore(Instant.parse(until))) {
      found.add(next.get());
      next = occurrences.after(next.get());
    }
    return found;
  }
}
