package io.headroom.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.aws.LoopbackAws;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.ReadCost;
import io.headroom.collector.run.CollectionOrder;
import io.headroom.collector.run.CollectionResult;
import io.headroom.collector.run.CollectionRun;
import io.headroom.model.machine.Provider;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collection is said to cost is what AWS's list prices make of the requests it makes. */
class EstimateTest {

  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");
  private static final CloudSelection BOTH_REGIONS =
      new CloudSelection(
          Provider.AWS, List.of(), Optional.empty(), List.of("us-east-1", "eu-west-1"));

  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private LoopbackAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = LoopbackAws.start();
    Random random = new Random(1);
    aws.place("loopback", "us-east-1").add("i-us", 30, NOW.getEpochSecond(), random);
    aws.place("loopback", "eu-west-1").add("i-eu", 7, NOW.getEpochSecond(), random);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void agreesWithTheBillOfAFirstCollection() throws InterruptedException {
    ReadCost estimate = run(NOW).estimate().cost();
    assertThat(aws.requests("GetMetricData")).isZero();

    run(NOW).run();

    assertThat(estimate.requests()).isEqualTo(aws.requests("GetMetricData"));
    assertAgrees(estimate, aws.metricsAskedFor());
    // by hand: 37 machines have 10 series (CPU, two of network, six of EBS, memory), and every
    // fourth, 8 and 2, two of credits
    assertThat(aws.metricsAskedFor()).isEqualTo(37 * 10 + 10 * 2);
  }

  @Test
  void agreesWithTheBillOfWhatIsNew() throws InterruptedException {
    run(NOW.minus(Duration.ofHours(1))).run();
    long requests = aws.requests("GetMetricData");
    long metrics = aws.metricsAskedFor();

    ReadCost estimate = run(NOW).estimate().cost();
    run(NOW).run();

    // 37 machines have some 450 queries, of which a request holds 500; a region needs one
    assertThat(aws.requests("GetMetricData") - requests).isEqualTo(2);
    assertThat(estimate.requests()).isEqualTo(2);
    assertAgrees(estimate, aws.metricsAskedFor() - metrics);
  }

  /** 0.01 dollars for 1,000 metrics. Source: CloudWatch pricing, GetMetricData. */
  private static void assertAgrees(ReadCost estimate, long metrics) {
    BigDecimal bill = BigDecimal.valueOf(metrics).movePointLeft(5);
    assertThat(estimate.charge()).isCloseTo(bill, Percentage.withPercentage(1));
  }

  private Collecting run(Instant until) {
    return new Collecting(
        new CollectionOrder(folder.resolve("fleet"), Duration.ofDays(14), until, NOW, 4, 100_000));
  }

  /** A collection with ports of its own, which are closed with it. */
  private record Collecting(CollectionOrder order) {

    CollectionResult estimate() throws InterruptedException {
      try (CloudPorts ports = new KnownClouds(() -> NOW).open(BOTH_REGIONS)) {
        return new CollectionRun(ports.inventory(), ports.sources(), order).estimate();
      }
    }

    CollectionResult run() throws InterruptedException {
      try (CloudPorts ports = new KnownClouds(() -> NOW).open(BOTH_REGIONS)) {
        return new CollectionRun(ports.inventory(), ports.sources(), order).run();
      }
    }
  }
}
