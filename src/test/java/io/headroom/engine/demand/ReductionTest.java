package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.demand.Censoring;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.unit.Share;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReductionTest {

  private static final HistoryRule RULE = Policies.peakPlusHalf().build().history();

  private static Usage usage(Duration history, double coverage) {
    Instant end = Machines.AS_OF;
    return new Usage(
        List.of(),
        1,
        new Coverage(Share.ofPercent(coverage), Optional.of(end.minus(history)), Optional.of(end)),
        0);
  }

  @Test
  void enoughOfEverythingMayShrink() {
    assertThat(Reduction.refusal(usage(Duration.ofDays(14), 80), Censoring.NONE, RULE)).isEmpty();
  }

  @Test
  void lengthsAreComparedWithTwoPercentTolerance() {
    // 98 % of 14 days are 13 d 17 h 16 min 48 s
    Duration tolerated = Duration.ofDays(14).multipliedBy(98).dividedBy(100);
    assertThat(Reduction.isLongEnough(tolerated, Duration.ofDays(14))).isTrue();
    assertThat(Reduction.isLongEnough(tolerated.minusSeconds(1), Duration.ofDays(14))).isFalse();
  }

  @Test
  void aCutOffDemandKeepsItsDimension() {
    for (Censoring censoring :
        List.of(Censoring.AT_LEAST, Censoring.GROWS, Censoring.ELASTIC_OR_RUNAWAY)) {
      assertThat(Reduction.refusal(usage(Duration.ofDays(42), 100), censoring, RULE))
          .contains("its demand was cut off");
    }
  }

  @Test
  void tooShortAHistoryKeepsTheDimension() {
    assertThat(Reduction.refusal(usage(Duration.ofHours(228), 100), Censoring.NONE, RULE))
        .contains("only 9.5 days of history, 14 days needed to reduce");
  }

  @Test
  void tooFewSamplesKeepTheDimension() {
    assertThat(Reduction.refusal(usage(Duration.ofDays(42), 79.9), Censoring.NONE, RULE))
        .contains("only 79.9 % of the samples, 80 % needed to reduce");
  }

  @Test
  void daysAreShownAsShortAsTheyMayBe() {
    assertThat(Reduction.days(Duration.ofHours(36))).isEqualTo("1.5 days");
    assertThat(Reduction.days(Duration.ofDays(10))).isEqualTo("10 days");
  }
}
