package io.headroom.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Catalogs;
import io.headroom.engine.replay.ReplayOutcome;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Observation;
import io.headroom.model.unit.Utilization;
import io.headroom.policy.PolicySet;
import io.headroom.policy.PolicySource;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On types and prices of the bundled catalog. */
class WhatIfTest {

  private static final WhatIf WHAT_IF =
      new WhatIf(
          new Adviser(
              new PolicySet(List.of(new PolicySource(Path.of("")).load("peak-plus-half"))),
              Catalogs.bundled(),
              Machines.AS_OF));

  /**
   * Forty days at 1 vCPU and 4000 MiB, but for two hours at 3.5 vCPU and 6000 MiB. Means: 1 + 2.5 ×
   * 24 ÷ 11520 = 1.0052 vCPU and 4004 MiB, of which 95 % are 0.955 vCPU and 3804 MiB.
   */
  private static Observation trainingDay(InstanceBuilder machine) {
    Duration training = Duration.ofDays(10);
    return Machines.observed(
        machine,
        Samples.cpuVcpus(40).flat(1).from(training, 24, 3.5),
        Samples.memoryMib(40).flat(4000).from(training, 24, 6000));
  }

  private static List<String> types(SizeComparison comparison) {
    return comparison.sizes().stream().map(ComparedSize::instanceType).toList();
  }

  @Test
  void comparesBelowAverageCurrentAndRecommended() {
    SizeComparison comparison = WHAT_IF.compare(trainingDay(Machines.ec2("m5.2xlarge")), List.of());

    // 3.5 vCPU and 6000 × 1.5 MiB need 4 vCPU and 9000 MiB; half of the present memory is 16384
    assertThat(types(comparison)).containsExactly("m7a.medium", "m5.2xlarge", "m6a.xlarge");
    assertThat(comparison.sizes())
        .extracting(ComparedSize::roles)
        .containsExactly(
            List.of(SizeRole.JUST_BELOW_AVERAGE),
            List.of(SizeRole.CURRENT),
            List.of(SizeRole.RECOMMENDED));
    assertThat(comparison.recommended()).isEqualTo(RecommendedSize.OPTION);
    assertThat(comparison.days()).hasSize(40);
  }

  @Test
  void belowAverageWaitsAndRunsOutOfMemoryAndTheRecommendedSizeDoesNot() {
    SizeComparison comparison = WHAT_IF.compare(trainingDay(Machines.ec2("m5.2xlarge")), List.of());

    ReplayOutcome average = outcome(comparison, SizeRole.JUST_BELOW_AVERAGE);
    // two hours leave 2.5 vCPU × 7200 s on one vCPU: five hours. One vCPU is busy all the time
    assertThat(average.cpu().orElseThrow().delays().worst()).isEqualTo(Duration.ofHours(5));
    assertThat(average.cpu().orElseThrow().saturated()).isEqualTo(Duration.ofDays(40));
    // m7a.medium has 4096 MiB
    assertThat(average.memory().orElseThrow().events()).isEqualTo(1);
    for (SizeRole role : List.of(SizeRole.CURRENT, SizeRole.RECOMMENDED)) {
      assertThat(outcome(comparison, role).cpu().orElseThrow().saturated()).isZero();
      assertThat(outcome(comparison, role).memory().orElseThrow().events()).isZero();
    }
    assertThat(comparison.size(SizeRole.RECOMMENDED).orElseThrow().trial().projected().cpuPeak())
        .contains(Utilization.ofFraction(0.875));
  }

  private static ReplayOutcome outcome(SizeComparison comparison, SizeRole role) {
    return comparison.size(role).orElseThrow().trial().outcome();
  }

  @Test
  void triesTypesByNameOnceEach() {
    SizeComparison comparison =
        WHAT_IF.compare(
            trainingDay(Machines.ec2("m5.2xlarge")),
            List.of("c6a.large", "m6a.xlarge", "c6a.large"));

    assertThat(types(comparison))
        .containsExactly("m7a.medium", "m5.2xlarge", "m6a.xlarge", "c6a.large");
    assertThat(comparison.sizes().get(2).roles())
        .containsExactly(SizeRole.RECOMMENDED, SizeRole.NAMED);
  }

  @Test
  void theRecommendedSizeIsTheDestinationWhereOneChangeDoesNotGetThere() {
    // worked example: r5.2xlarge goes to r6a.xlarge first, and to r7a.medium in the end
    SizeComparison comparison =
        WHAT_IF.compare(
            Machines.observed(
                Machines.ec2("r5.2xlarge"),
                Samples.cpuVcpus(42).flat(0.9),
                Samples.memoryMib(42).flat(5120)),
            List.of());

    assertThat(comparison.recommended()).isEqualTo(RecommendedSize.DESTINATION);
    assertThat(comparison.size(SizeRole.RECOMMENDED).map(ComparedSize::instanceType))
        .contains("r7a.medium");
  }

  @Test
  void aSizeThatIsRightIsItsOwnRecommendation() {
    SizeComparison comparison =
        WHAT_IF.compare(
            Machines.observed(
                Machines.ec2("m6a.large"),
                Samples.cpuVcpus(42).flat(1.9),
                Samples.memoryMib(42).flat(5000)),
            List.of());

    assertThat(comparison.recommended()).isEqualTo(RecommendedSize.CURRENT);
    assertThat(comparison.size(SizeRole.RECOMMENDED)).isEqualTo(comparison.size(SizeRole.CURRENT));
  }

  @Test
  void withoutMemorySamplesNothingIsSaidOfMemoryAndItIsKept() {
    SizeComparison comparison =
        WHAT_IF.compare(
            Machines.observed(Machines.ec2("m5.xlarge"), Samples.cpuVcpus(42).flat(0.5)),
            List.of());

    assertThat(comparison.memoryRecorded()).isFalse();
    assertThat(comparison.sizes())
        .allSatisfy(
            size -> {
              assertThat(size.trial().outcome().memory()).isEmpty();
              assertThat(size.trial().projected().memoryPeak()).isEmpty();
              assertThat(size.trial().type().memory().value()).isGreaterThanOrEqualTo(16384);
            });
  }

  @Test
  void withoutCpuSamplesThereIsNoAverageAndNoRecommendation() {
    SizeComparison comparison =
        WHAT_IF.compare(
            Machines.observed(Machines.ec2("m5.xlarge"), Samples.memoryMib(42).flat(9000)),
            List.of("m6a.large"));

    assertThat(types(comparison)).containsExactly("m5.xlarge", "m6a.large");
    assertThat(comparison.cpuRecorded()).isFalse();
    assertThat(comparison.recommended()).isEqualTo(RecommendedSize.NONE);
    assertThat(comparison.sizes().get(1).trial().outcome().cpu()).isEmpty();
    assertThat(comparison.sizes().get(1).trial().outcome().memory().orElseThrow().events())
        .isEqualTo(1);
  }

  @Test
  void cpuAboveAllOfItsVcpusIsSaturated() {
    SizeComparison comparison =
        WHAT_IF.compare(
            Machines.observed(Machines.ec2("m5.large"), Samples.cpuPercent(2).flat(104)),
            List.of());

    assertThat(outcome(comparison, SizeRole.CURRENT).cpu().orElseThrow().saturated())
        .isEqualTo(Duration.ofDays(2));
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Observation machine = trainingDay(Machines.ec2("m5.2xlarge"));
    assertThatThrownBy(() -> WHAT_IF.compare(machine, List.of("m6a.larg")))
        .isInstanceOf(NoComparisonException.class)
        .hasMessageStartingWith(
            "Cannot find the type m6a.larg in us-east-1; did you mean m6a.large, ");
    Observation nothing = Machines.observed(Machines.ec2("m5.2xlarge"), new Samples[0]);
    assertThatThrownBy(() -> WHAT_IF.compare(nothing, List.of()))
        .hasMessage(
            "Cannot compare sizes for i-0123456789abcdef0: neither CPU nor memory was recorded in"
                + " the 42 days before 2026-07-20T00:00:00Z; name a time within the recording with"
                + " --as-of");
    Observation unknown = trainingDay(Machines.ec2("z9.huge"));
    assertThatThrownBy(() -> WHAT_IF.compare(unknown, List.of()))
        .hasMessage(
            "Cannot compare sizes for i-0123456789abcdef0: its type z9.huge is not in the catalog"
                + " of us-east-1");
    Observation elsewhere = trainingDay(Machines.ec2("m5.large", "mars-1"));
    assertThatThrownBy(() -> WHAT_IF.compare(elsewhere, List.of()))
        .hasMessage(
            "Cannot compare sizes for i-0123456789abcdef0: its region mars-1 is not in the"
                + " catalog");
  }
}
