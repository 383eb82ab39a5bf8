package io.headroom.engine.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.demand.RecordedUsage;
import io.headroom.engine.demand.Usage;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheapestFitTest {

  private static final Offering PRESENT = Types.ec2("m5.xlarge", 4, 16384).at("0.192");
  private static final Offering LARGE = Types.ec2("m6a.large", 2, 8192).at("0.0864");
  private static final Offering MEMORY = Types.ec2("r6a.large", 2, 16384).at("0.1134");
  private static final Policy DEFAULT = Policies.peakPlusHalf().build();

  private static Optional<String> cheapest(
      Policy policy, double vcpus, double mib, Offering... offerings) {
    RegionCatalog catalog = Types.region(offerings);
    Instance instance = Machines.ec2("m5.xlarge").build();
    Usage cpu =
        RecordedUsage.of(
                Machines.observed(instance, Samples.cpuVcpus(3).flat(0.3).series()),
                TimeRange.endingAt(Machines.AS_OF, Duration.ofDays(3)),
                catalog,
                SampleSeries.MEAN)
            .cpu()
            .orElseThrow();
    return new CheapestFit(CandidateTable.of(catalog), instance, PRESENT.type(), policy)
        .of(new CheapestFit.Wanted(new VCpus(vcpus), new Mebibytes(mib), cpu, Share.ALL))
        .map(offering -> offering.type().name());
  }

  @Test
  void isTheCheapestThatCarriesAllOfIt() {
    assertThat(cheapest(DEFAULT, 2, 8192, PRESENT, LARGE, MEMORY)).contains("m6a.large");
    assertThat(cheapest(DEFAULT, 2, 8193, PRESENT, LARGE, MEMORY)).contains("r6a.large");
    assertThat(cheapest(DEFAULT, 2.001, 100, PRESENT, LARGE, MEMORY)).contains("m5.xlarge");
  }

  @Test
  void isNothingIfNoTypeIsLargeEnough() {
    assertThat(cheapest(DEFAULT, 5, 100, PRESENT, LARGE)).isEmpty();
  }

  @Test
  void isTheFirstByNameOfEquallyCheapOnes() {
    Offering other = Types.ec2("m5a.large", 2, 8192).at("0.0864");

    assertThat(cheapest(DEFAULT, 2, 8192, PRESENT, LARGE, other)).contains("m5a.large");
  }

  @Test
  void keepsToTheCandidateRules() {
    Offering old = Types.ec2("m4.large", 2, 8192).traits(Trait.PREVIOUS_GENERATION).at("0.01");
    Offering burst = Types.ec2("t3.large", 2, 8192).credits(36, 864, 0).at("0.0832");

    assertThat(cheapest(DEFAULT, 2, 8192, PRESENT, LARGE, old, burst)).contains("m6a.large");
  }

  @Test
  void takesBurstableTypesWhoseCreditsLast() {
    Policy bursting = Policies.peakPlusHalf().burstable(CreditMode.STANDARD).build();
    // 0.3 vCPU all the time: 36 credits an hour sustain 0.6 vCPU, 12 sustain 0.2
    Offering enough = Types.ec2("t3.large", 2, 8192).credits(36, 864, 0).at("0.0832");
    Offering tooFew = Types.ec2("t3.medium", 2, 8192).credits(12, 288, 0).at("0.0416");

    assertThat(cheapest(bursting, 2, 8192, PRESENT, LARGE, enough, tooFew)).contains("t3.large");
  }
}
