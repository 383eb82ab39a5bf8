package io.headroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import io.headroom.oracle.Cases;
import io.headroom.oracle.Question;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of types that are cheaper than the answer. */
class CheaperTypesTest {

  private static Verdict verdict(Observation machine, String region) {
    Provider provider = machine.instance().provider();
    return Comparison.verdict(
        new Question(
            machine,
            Policies.peakPlusHalf().build(),
            Cases.region(provider, region),
            Machines.AS_OF));
  }

  @Test
  void showsTheDestinationWhereOnlyACustomShapeIsBelowTheStepLimit() {
    // need 3.2 vCPUs and 5120 × 1.5 = 7680 MiB, floor 16384: n2-highcpu-4 has too little memory
    // anyway, so n2-custom-4-7680 is the only shape that the floor alone keeps out
    Verdict verdict =
        verdict(
            Machines.observed(
                Machines.gce("n2-highmem-4"),
                Samples.cpuVcpus(42).flat(1).at(Duration.ofDays(3), 3.2),
                Samples.memoryMib(42).flat(3000).at(Duration.ofDays(3), 5120)),
            "us-central1");
    assertThat(verdict.recommended().map(Option::instanceType)).contains("n2-standard-4");
    assertThat(verdict.destination().map(Option::instanceType)).contains("n2-custom-4-7680");
  }

  @Test
  void aMachineThatCoolsDownIsToldOfEveryCheaperTypeThatDoesNotDo() {
    // eight types from r6a.xlarge on fit and are cheaper than c5n.2xlarge, which has 21 of the
    // 32 GiB that one step must leave, and is itself cheaper than m5.4xlarge
    Instance instance =
        Instance.builder(
                "i-1",
                new Placement(Provider.AWS, "an-account", "us-east-1", Optional.empty()),
                new TypeHistory(
                    "m5.4xlarge",
                    List.of(
                        new TypeChange(
                            Machines.AS_OF.minus(Duration.ofDays(90)),
                            "m5.8xlarge",
                            /* madeByHeadroom= */ false),
                        new TypeChange(
                            Machines.AS_OF.minus(Duration.ofDays(2)),
                            "m5.4xlarge",
                            /* madeByHeadroom= */ true))))
            .build();
    Verdict verdict =
        verdict(
            Machines.observed(
                instance,
                Samples.cpuVcpus(42).flat(1).at(Duration.ofDays(3), 3.2).series(),
                Samples.memoryMib(42).flat(3000).at(Duration.ofDays(3), 10_240).series()),
            "us-east-1");
    assertThat(verdict.reasons()).containsExactly(FindingReason.COOL_DOWN);
    assertThat(verdict.rejected())
        .extracting(Rejection::instanceType, rejection -> rejection.refusal().text())
        .contains(
            org.assertj.core.groups.Tuple.tuple("c5n.2xlarge", "below half of present memory"));
  }
}
