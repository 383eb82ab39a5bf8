package io.headroom.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.advice.backtest.CutRule.Repetition;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutRuleTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private static TimeRange days(double days) {
    return TimeRange.startingAt(START, Duration.ofMinutes(Math.round(days * 24 * 60)));
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static Cut cut(int from, int at, int until) {
    return new Cut(new TimeRange(day(from), day(at)), new TimeRange(day(at), day(until)));
  }

  private static CutRule rule(int training, int test, Repetition repetition) {
    return CutRule.of(Duration.ofDays(training), Duration.ofDays(test), repetition);
  }

  @Test
  void cutsInTheMiddle() {
    assertThat(CutRule.atHalf().cuts(days(20))).containsExactly(cut(0, 10, 20));
  }

  @Test
  void doesNotHalveLessThanTwoDays() {
    assertThat(CutRule.atHalf().cuts(days(1.9))).isEmpty();
    assertThat(CutRule.atHalf().cuts(days(2))).hasSize(1);
  }

  @Test
  void cutsOnceBeforeTheLastTestPart() {
    assertThat(rule(14, 7, Repetition.ONCE).cuts(days(30))).containsExactly(cut(9, 23, 30));
  }

  @Test
  void rollsBackFromTheEndAsLongAsThereIsATrainingPart() {
    assertThat(rule(14, 7, Repetition.ROLLING).cuts(days(30)))
        .isEqualTo(List.of(cut(2, 16, 23), cut(9, 23, 30)));
  }

  @Test
  void toleratesATrainingPartThatLacksTwoPercent() {
    // 14 days less 2 % are 13.72: with 7 days of test 20.72
    assertThat(rule(14, 7, Repetition.ONCE).cuts(days(20.75))).hasSize(1);
    assertThat(rule(14, 7, Repetition.ONCE).cuts(days(20.7))).isEmpty();
  }

  @Test
  void hasNoPartsWithoutLength() {
    assertThatThrownBy(() -> rule(0, 7, Repetition.ONCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid length of the training part: PT0S; expected more than none");
  }

  @Test
  void partsOfACutMeet() {
    TimeRange training = new TimeRange(day(0), day(1));
    TimeRange later = new TimeRange(day(2), day(3));

    assertThatThrownBy(() -> new Cut(training, later))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the same moment");
  }
}
