package io.headroom.report.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Problem;
import io.headroom.advice.change.Answer;
import io.headroom.advice.change.ChangeKind;
import io.headroom.advice.change.FleetChanges;
import io.headroom.advice.change.FleetChanges.Answers;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.testing.GoldenFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeFormatTest {

  private static final Instant YESTERDAY = Instant.parse("2026-11-23T02:15:00Z");
  private static final Instant TODAY = Instant.parse("2026-11-24T02:15:00Z");

  private static final List<Answer> BEFORE =
      List.of(
          change("i-01", "web", "m5.xlarge", "m6a.large", "63.07"),
          change("i-02", "db", "r5.xlarge", "r6a.large", "41.10"),
          change("i-03", "cron", "t3.large", "t3.small", "45.55"),
          stays("i-04", "queue", Finding.OPTIMIZED),
          stays("i-05", "cache", Finding.OPTIMIZED),
          stays("i-06", "old", Finding.OPTIMIZED),
          stays("i-07", "same", Finding.OPTIMIZED),
          change("i-08", "kept", "m5.large", "m6a.large", "7.01"));

  private static final List<Answer> AFTER =
      List.of(
          change("i-01", "web", "m5.xlarge", "m6a.medium", "94.61"),
          stays("i-02", "db", Finding.OPTIMIZED),
          change("i-03", "cron", "t3.large", "t3.small", "45.55"),
          stays("i-04", "queue", Finding.INSUFFICIENT_DATA),
          stays("i-05", "cache", Finding.EXCLUDED),
          stays("i-07", "same", Finding.OPTIMIZED),
          change("i-08", "kept", "m5.large", "m6a.large", "7.02"),
          change("i-09", "=cmd|'x'!A1 <img onerror>", "c5.large", "c6a.large", "-5.00"),
          stays("i-10", "fresh", Finding.OPTIMIZED));

  @ParameterizedTest
  @EnumSource(ChangeFormat.class)
  void writesWhatItAlwaysWrote(ChangeFormat format) {
    GoldenFile.assertSame("changes." + format.id(), format.text(changes(AFTER)));
  }

  @Test
  void saysWhatIsDifferentOfEachMachine() {
    FleetChanges changes = changes(AFTER);
    // i-03, i-07 and i-08 are as before: a price that moved by a cent is no other answer
    assertThat(changes.changes())
        .extracting(change -> change.kind() + " " + change.machine().instanceId())
        .containsExactly(
            "NEW i-09",
            "CHANGED i-01",
            "RESOLVED i-02",
            "UNDECIDED i-04",
            "EXCLUDED i-05",
            "GONE i-06");
    // before 63.07 + 41.10 + 45.55 + 7.01 = 156.73; now 94.61 + 45.55 + 7.02 = 147.18; the one
    // that costs more is no saving
    assertThat(changes.savings().values())
        .extracting(saving -> saving.before() + ", " + saving.after() + ", " + saving.delta())
        .containsExactly("156.73 USD, 147.18 USD, -9.55 USD");
  }

  @Test
  void theOrderOfTheAnswersDoesNotMatter() {
    List<Answer> shuffled = new ArrayList<>(AFTER);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(ChangeFormat.JSON.text(changes(shuffled)))
        .isEqualTo(ChangeFormat.JSON.text(changes(AFTER)));
  }

  @Test
  void nothingChangedIsSaid() {
    FleetChanges none =
        FleetChanges.between(
            new Answers(Optional.of(YESTERDAY), BEFORE),
            new Answers(Optional.of(TODAY), BEFORE),
            List.of());
    assertThat(none.isEmpty()).isTrue();
    assertThat(ChangeFormat.TABLE.text(none))
        .isEqualTo(
            """
            Changes from 2026-11-23T02:15:00Z to 2026-11-24T02:15:00Z

            8 machines: nothing changed
            could save 156.73 USD a month, as before
            """);
  }

  @Test
  void theFirstReportHasEveryRecommendationAsNew() {
    FleetChanges first =
        FleetChanges.between(Answers.NONE, new Answers(Optional.of(TODAY), AFTER), List.of());
    assertThat(first.count(ChangeKind.NEW)).isEqualTo(4);
    assertThat(first.changes()).hasSize(4);
    assertThat(ChangeWords.summary(first))
        .containsExactly("9 machines: 4 new", "could save 147.18 USD a month");
    assertThat(ChangeWords.title(first)).isEqualTo("First report, as of 2026-11-24T02:15:00Z");
  }

  private static FleetChanges changes(List<Answer> after) {
    return FleetChanges.between(
        new Answers(Optional.of(YESTERDAY), BEFORE),
        new Answers(Optional.of(TODAY), after),
        List.of(new Problem("unknown_region", "i-10", "Cannot judge i-10: no *prices*")));
  }

  private static Answer change(String id, String name, String from, String to, String saving) {
    return new Answer(
        id,
        name,
        Finding.OVER_PROVISIONED,
        from,
        Optional.of(to),
        Optional.of(4),
        Optional.of(new MonthlySaving(new BigDecimal(saving), Currency.getInstance("USD"))));
  }

  private static Answer stays(String id, String name, Finding finding) {
    return new Answer(
        id, name, finding, "m5.large", Optional.empty(), Optional.empty(), Optional.empty());
  }
}
