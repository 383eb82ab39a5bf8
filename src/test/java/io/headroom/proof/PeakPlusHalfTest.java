package io.headroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Provider;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.Verdict;
import io.headroom.oracle.Cases;
import io.headroom.oracle.Question;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default rule to the letter: CPU that meets the peak, memory of the peak and half of it. */
class PeakPlusHalfTest {

  @ParameterizedTest
  @CsvSource({
    "AWS, us-east-1, m5.2xlarge",
    "AWS, eu-central-1, m5.4xlarge",
    "AWS, ap-south-1, c5.2xlarge",
    "GCE, us-central1, n2-standard-8",
    "GCE, us-central1, e2-standard-16",
  })
  void aPeakOf3Point2VcpusAnd10GibAsksFor3Point2VcpusAnd15Gib(
      Provider provider, String region, String type) {
    InstanceBuilder machine =
        provider == Provider.AWS ? Machines.ec2(type, region) : Machines.gce(type);
    Observation observed =
        Machines.observed(
            machine,
            Samples.cpuVcpus(42).flat(1).at(Duration.ofDays(9), 3.2),
            Samples.memoryMib(42).flat(4000).at(Duration.ofDays(8), 10 * 1024));
    Verdict verdict =
        Comparison.verdict(
            new Question(
                observed,
                Policies.peakPlusHalf().build(),
                Cases.region(provider, region),
                Machines.AS_OF));

    assertThat(verdict.finding()).isIn(Finding.OVER_PROVISIONED, Finding.OPTIMIZED);
    InstanceType chosen = verdict.recommended().orElseThrow().offering().type();
    assertThat(chosen.vcpus().value()).isGreaterThanOrEqualTo(3.2);
    assertThat(chosen.memory().value()).isGreaterThanOrEqualTo(15 * 1024);
    assertThat(verdict.required().orElseThrow().vcpus().value()).isEqualTo(3.2);
    assertThat(verdict.required().orElseThrow().memory().value()).isEqualTo(15 * 1024);
  }
}
