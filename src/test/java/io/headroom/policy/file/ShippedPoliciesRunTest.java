package io.headroom.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.machine.Observation;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.SmallCatalog;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each shipped policy on one machine: an m5.xlarge that needs 1 vCPU and 5 GiB all the time, and
 * ten days ago for five minutes 2.5 vCPU and 6 GiB.
 *
 * <pre>
 *   peak, memory × 1.5           2.5  vCPU, 6144 × 1.5  = 9216 MiB   m6a.xlarge 4/16384
 *   P99.5 and peak at 80 %       1.25 vCPU, 6144 × 1.25 = 7680 MiB   m6a.large  2/8192
 *   P99.8, second day × 1.25     1    vCPU, 5120 × 1.25 = 6400 MiB   m6a.large
 * </pre>
 */
class ShippedPoliciesRunTest {

  private static final Duration TEN_DAYS = Duration.ofDays(10);

  private static final Observation MACHINE =
      Machines.observed(
          Machines.ec2("m5.xlarge"),
          Samples.cpuVcpus(42).flat(1).at(TEN_DAYS, 2.5),
          Samples.memoryMib(42).flat(5120).at(TEN_DAYS, 6144));

  @ParameterizedTest
  @CsvSource({
    "peak-plus-half, m6a.xlarge, 2.5, 9216",
    "burstable-friendly, m6a.xlarge, 2.5, 9216",
    "cautious, m6a.xlarge, 2.5, 9216",
    "compute-optimizer, m6a.large, 1.25, 7680",
    "erpnext, m6a.xlarge, 2.5, 9216",
    "frugal, m6a.large, 1, 6400"
  })
  void recommends(String policy, String type, double vcpus, double memory) {
    Verdict verdict = verdict(policy);

    assertThat(verdict.policy()).isEqualTo(policy);
    assertThat(verdict.required())
        .hasValueSatisfying(
            required -> {
              assertThat(required.vcpus().value()).isEqualTo(vcpus);
              assertThat(required.memory().value()).isEqualTo(memory);
            });
    assertThat(verdict.recommended().map(Option::instanceType)).contains(type);
  }

  @Test
  void everyShippedPolicyIsRun() {
    Set<String> run = new TreeSet<>();
    ShippedPolicies.NAMES.forEach(name -> run.add(verdict(name).policy()));

    assertThat(run).isEqualTo(new TreeSet<>(ShippedPolicies.NAMES));
  }

  private static Verdict verdict(String policy) {
    return SizingEngine.evaluate(
        MACHINE,
        ShippedPolicies.load(policy).policy(),
        CandidateTable.of(SmallCatalog.usEast1()),
        Machines.AS_OF);
  }
}
