package io.headroom.model.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Machines;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandTest {

  private static final Demand.Observed<VCpus> OBSERVED =
      new Demand.Observed<>(
          new VCpus(1.4),
          new VCpus(1.5),
          Optional.empty(),
          new VCpus(0.5),
          Censoring.NONE,
          /* mayReduce= */ true,
          Optional.empty(),
          new Evidence(
              "p99.5",
              Machines.AS_OF,
              Resolution.meanOf(300),
              Share.ofPercent(99),
              Duration.ofDays(42),
              Optional.empty()));

  @Test
  void observedAndMissingAreToldApart() {
    Demand<VCpus> missing = new Demand.NotCollected<>("no CPU metric");
    assertThat(OBSERVED.observed()).contains(OBSERVED);
    assertThat(missing.observed()).isEmpty();
    assertThat(missing.<String>match(found -> "observed", Demand.NotCollected::why))
        .isEqualTo("no CPU metric");
    assertThat(OBSERVED.<String>match(found -> "observed", Demand.NotCollected::why))
        .isEqualTo("observed");
  }

  @Test
  void coverageIsThatOfTheEvidence() {
    assertThat(OBSERVED.coverage()).isEqualTo(Share.ofPercent(99));
  }

  @Test
  void theResolutionSaysWhatASampleIs() {
    assertThat(Resolution.meanOf(300).label()).isEqualTo("mean_of_300s");
    assertThat(Resolution.meanOf(300).isLowerBound()).isTrue();
    assertThat(Resolution.maximumOf(60).label()).isEqualTo("max_of_60s");
    assertThat(Resolution.maximumOf(60).isLowerBound()).isFalse();
  }

  @Test
  void allButNoneIsCensored() {
    assertThat(Censoring.NONE.isCensored()).isFalse();
    assertThat(Censoring.AT_LEAST.isCensored()).isTrue();
    assertThat(Censoring.GROWS.isCensored()).isTrue();
    assertThat(Censoring.ELASTIC_OR_RUNAWAY.isCensored()).isTrue();
  }
}
