package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.demand.Censoring;
import io.headroom.testing.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensoringVerdictTest {

  private static final int SLOTS_A_DAY = 288;
  private static final long DAY = 86_400;

  /**
   * A regime of {@code days} days from {@code firstDay} on, in which {@code censored} slots are cut
   * off, spread over {@code onDays} days.
   */
  private static Regime regime(int vcpus, int firstDay, int days, int censored, int onDays) {
    Regime regime = new Regime(Types.ec2("m5.size", vcpus, 8192).type());
    for (int slot = 0; slot < days * SLOTS_A_DAY; slot++) {
      regime.observe((20_000L + firstDay) * DAY + slot * 300L);
    }
    for (int slot = 0; slot < censored; slot++) {
      regime.censor((20_000L + firstDay + slot % onDays) * DAY);
    }
    return regime;
  }

  private static CensoringVerdict of(Regime... regimes) {
    return CensoringVerdict.of(List.of(regimes), regime -> regime.type().vcpus().value());
  }

  @Test
  void nothingCutOffIsNotCensored() {
    assertThat(of()).isEqualTo(CensoringVerdict.NONE);
    assertThat(of(regime(2, 0, 14, 0, 1))).isEqualTo(CensoringVerdict.NONE);
  }

  /** 10 days have 2,880 slots, 1 % of which are 28.8. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, AT_LEAST",
    "28, 2, AT_LEAST",
    "29, 1, GROWS", // more than 1 % of the slots
    "3, 3, GROWS", // three days
    "2, 2, AT_LEAST"
  })
  void growsOnlyWhenFrequent(int slots, int onDays, Censoring expected) {
    assertThat(of(regime(2, 0, 10, slots, onDays))).isEqualTo(new CensoringVerdict(expected, 2));
  }

  @Test
  void exactlyOnePercentIsNotMoreThanOnePercent() {
    // 25 days have 7,200 slots; 72 are 1 %
    assertThat(of(regime(2, 0, 25, 72, 2)).censoring()).isEqualTo(Censoring.AT_LEAST);
    assertThat(of(regime(2, 0, 25, 73, 2)).censoring()).isEqualTo(Censoring.GROWS);
  }

  @Test
  void aLargerSizeFilledAsOftenIsElastic() {
    // 100 of 2,880 slots before, 100 of 2,880 after
    assertThat(of(regime(2, 0, 10, 100, 5), regime(4, 10, 10, 100, 5)))
        .isEqualTo(new CensoringVerdict(Censoring.ELASTIC_OR_RUNAWAY, 4));
  }

  @Test
  void aLargerSizeFilledLessOftenGrowsAgain() {
    // 99 against 100 of 2,880
    assertThat(of(regime(2, 0, 10, 100, 5), regime(4, 10, 10, 99, 5)))
        .isEqualTo(new CensoringVerdict(Censoring.GROWS, 4));
  }

  @Test
  void anEarlierSizeThatWasFilledOnlyNowAndThenProvesNothing() {
    // 57 of 5,760 slots are not more than 1 %
    assertThat(of(regime(2, 0, 10, 57, 1), regime(4, 10, 10, 100, 5)))
        .isEqualTo(new CensoringVerdict(Censoring.GROWS, 4));
  }

  @Test
  void aSmallerSizeFilledAsOftenIsNoSurprise() {
    assertThat(of(regime(4, 0, 10, 100, 5), regime(2, 10, 10, 100, 5)))
        .isEqualTo(new CensoringVerdict(Censoring.GROWS, 2));
  }

  @Test
  void ofSeveralEarlierSizesTheLargestIsCompared() {
    // 2 vCPUs were filled more often than 8, but 4 were not
    assertThat(of(regime(2, 0, 10, 1000, 5), regime(4, 10, 10, 90, 5), regime(8, 20, 10, 100, 5)))
        .isEqualTo(new CensoringVerdict(Censoring.ELASTIC_OR_RUNAWAY, 8));
    assertThat(of(regime(2, 0, 10, 90, 5), regime(4, 10, 10, 1000, 5), regime(8, 20, 10, 100, 5)))
        .isEqualTo(new CensoringVerdict(Censoring.GROWS, 8));
  }

  @Test
  void sevenDaysWithoutACutOnALargerSizeVoidTheEvidence() {
    assertThat(of(regime(2, 0, 10, 100, 5), regime(4, 10, 7, 0, 1)))
        .isEqualTo(CensoringVerdict.NONE);
    assertThat(of(regime(2, 0, 10, 100, 5), regime(4, 10, 6, 0, 1)))
        .isEqualTo(new CensoringVerdict(Censoring.GROWS, 2));
  }

  @Test
  void daysOnSeveralLargerSizesAddUp() {
    assertThat(of(regime(2, 0, 10, 100, 5), regime(4, 10, 3, 0, 1), regime(8, 13, 4, 0, 1)))
        .isEqualTo(CensoringVerdict.NONE);
  }

  @Test
  void daysOnTheSameOrASmallerSizeVoidNothing() {
    assertThat(of(regime(2, 0, 10, 100, 5), regime(2, 10, 20, 0, 1)).censoring())
        .isEqualTo(Censoring.GROWS);
    assertThat(of(regime(4, 0, 10, 100, 5), regime(2, 10, 20, 0, 1)))
        .isEqualTo(new CensoringVerdict(Censoring.GROWS, 4));
  }

  @Test
  void earlierDaysVoidNothing() {
    assertThat(of(regime(4, 0, 20, 0, 1), regime(2, 20, 10, 100, 5)).censoring())
        .isEqualTo(Censoring.GROWS);
  }

  @Test
  void aCutOnTheLargerSizeKeepsTheEvidence() {
    // one cut on 4 vCPUs: those are the last evidence, and now and then only
    assertThat(of(regime(2, 0, 10, 100, 5), regime(4, 10, 10, 1, 1)))
        .isEqualTo(new CensoringVerdict(Censoring.AT_LEAST, 4));
  }

  @Test
  void evidenceThatGrowsIsStrongest() {
    List<Censoring> ascending =
        List.of(Censoring.NONE, Censoring.AT_LEAST, Censoring.ELASTIC_OR_RUNAWAY, Censoring.GROWS);
    for (int one = 0; one < ascending.size(); one++) {
      for (int other = 0; other < ascending.size(); other++) {
        assertThat(
                new CensoringVerdict(ascending.get(one), 2)
                    .isStrongerThan(new CensoringVerdict(ascending.get(other), 2)))
            .as("%s against %s", ascending.get(one), ascending.get(other))
            .isEqualTo(one > other);
      }
    }
  }
}
