package io.headroom.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cloud.aws.LoopbackAws.Fault;
import io.headroom.cloud.aws.LoopbackCloudWatch.NativeKey;
import io.headroom.cloud.aws.metrics.CloudWatchQuotas;
import io.headroom.cloud.aws.metrics.CloudWatchSource;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.SampleSink;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.collector.UtilizationSource;
import io.headroom.collector.UtilizationSourceContract;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudWatchSourceTest extends UtilizationSourceContract {

  private static final Scope SCOPE = Scope.of(Provider.AWS, "default", "us-east-1");
  private static final long SECOND = START.getEpochSecond();
  private static final int FORBIDDEN = 403;

  private static final AwsAccount ACCOUNT =
      new AwsAccount("default", Optional.empty(), Optional.empty(), List.of("us-east-1"));

  @SuppressWarnings("NullAway.Init")
  private static LoopbackAws aws;

  @SuppressWarnings("NullAway.Init")
  private static AwsClients clients;

  private final List<String> outcomes = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    aws = LoopbackAws.start();
    clients = new AwsClients(List.of(ACCOUNT));
  }

  @BeforeEach
  void addSamples() {
    aws.reset();
    SortedMap<Long, Double> samples = new TreeMap<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      if (hasSample(slot)) {
        samples.put(SECOND + slot * STEP.toSeconds(), (double) value(slot));
      }
    }
    put("AWS/EC2", "CPUUtilization", "Average", Map.of("InstanceId", BUSY), samples);
  }

  @AfterAll
  static void stop() {
    clients.close();
    aws.close();
  }

  @Override
  protected UtilizationSource source() {
    return new CloudWatchSource(
        clients, CloudWatchSource.AGENT_NAMESPACE, CloudWatchQuotas.PUBLISHED, () -> START);
  }

  @Override
  protected Scope scope() {
    return SCOPE;
  }

  @Override
  protected Instance machine(String id) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
            TypeHistory.assumed("m5.large"))
        .build();
  }

  @Override
  protected void denyReading() {
    aws.fail("GetMetricData", 1, new Fault(FORBIDDEN, "AccessDenied"));
  }

  @Override
  protected long requests() {
    return aws.requests("GetMetricData");
  }

  @Test
  void joinsPages() {
    aws.cloudWatch().pagesOf(100);

    // all slots but every tenth: 288 - 28 = 260, on three pages
    assertThat(read(Metric.CPU_UTILIZATION_AVG)).hasSize(260);
    assertThat(requests()).isEqualTo(3);
    assertThat(outcomes).containsExactly("answered");
  }

  @Test
  void saysThatAnAnswerBrokeOffAndKeepsWhatCame() {
    aws.cloudWatch().pagesOf(100);
    aws.cloudWatch().cutAnswers();

    assertThat(read(Metric.CPU_UTILIZATION_AVG)).hasSize(100);
    assertThat(outcomes).containsExactly("unavailable");
  }

  @Test
  void retriesWhatIsThrottledOrFails() {
    aws.fail("GetMetricData", 1, new Fault(400, "Throttling"));
    aws.fail("GetMetricData", 1, new Fault(500, "InternalServiceError"));

    assertThat(read(Metric.CPU_UTILIZATION_AVG)).hasSize(260);
    assertThat(outcomes).containsExactly("answered");
  }

  @Test
  void sumsReadsAndWritesToARate() {
    for (String name : List.of("EBSReadBytes", "EBSWriteBytes")) {
      // 3,000 and nothing in the second slot of the writes
      SortedMap<Long, Double> samples = new TreeMap<>(Map.of(SECOND, 3000.0));
      if (name.equals("EBSReadBytes")) {
        samples.put(SECOND + 300, 3000.0);
      }
      put("AWS/EC2", name, "Sum", Map.of("InstanceId", BUSY), samples);
    }

    // (3,000 + 3,000) / 300 s; where one is missing the sum is not known
    assertThat(read(Metric.DISK_THROUGHPUT)).containsExactly(Map.entry(SECOND, 20f));
  }

  @Test
  void prefersTheSeriesThatIsRolledUpToTheInstance() {
    putMemory("Average", Map.of("InstanceId", BUSY), 40, 0);
    putMemory("Average", Map.of("InstanceId", BUSY, "InstanceType", "m5.large"), 99, 0);

    assertThat(read(Metric.MEMORY_USED)).containsExactly(Map.entry(SECOND, 40f));
    assertThat(measured().machine().memoryMeasure()).contains(MemoryMeasure.AGENT_USED);
  }

  @Test
  void unitesSeriesAcrossAResize() {
    putMemory("Average", Map.of("InstanceId", BUSY, "InstanceType", "m5.xlarge"), 40, 0);
    putMemory("Average", Map.of("InstanceId", BUSY, "InstanceType", "m5.large"), 70, 300);

    assertThat(read(Metric.MEMORY_USED))
        .containsExactly(Map.entry(SECOND, 40f), Map.entry(SECOND + 300, 70f));
  }

  @Test
  void turnsWhatIsAvailableIntoWhatIsUsed() {
    put(
        "CWAgent",
        "mem_available_percent",
        "Minimum",
        Map.of("InstanceId", BUSY),
        new TreeMap<>(Map.of(SECOND, 35.0)));

    assertThat(read(Metric.MEMORY_USED_MAX)).containsExactly(Map.entry(SECOND, 65f));
    assertThat(measured().machine().memoryMeasure()).contains(MemoryMeasure.TOTAL_MINUS_AVAILABLE);
  }

  @Test
  void readsTheCpuWhenTheAgentsSeriesCannotBeListed() {
    aws.fail("ListMetrics", 1, new Fault(FORBIDDEN, "AccessDenied"));

    ScopeReader reader = source().open(SCOPE, List.of(machine(BUSY)));

    assertThat(reader.problems())
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).contains("ListMetrics", "AccessDenied"));
    assertThat(reader.machines().get(0).metrics()).contains(Metric.CPU_UTILIZATION_MAX);
  }

  private void put(
      String namespace,
      String name,
      String statistic,
      Map<String, String> dimensions,
      SortedMap<Long, Double> samples) {
    aws.cloudWatch()
        .put(new NativeKey(namespace, name, new TreeMap<>(dimensions), statistic), samples);
  }

  private void putMemory(
      String statistic, Map<String, String> dimensions, double value, long after) {
    put(
        "CWAgent",
        "mem_used_percent",
        statistic,
        dimensions,
        new TreeMap<>(Map.of(SECOND + after, value)));
  }

  private MeasuredMachine measured() {
    return source().open(SCOPE, List.of(machine(BUSY))).machines().get(0);
  }

  private SortedMap<Long, Float> read(Metric metric) {
    ScopeReader reader = source().open(SCOPE, List.of(machine(BUSY)));
    TimeRange range = TimeRange.startingAt(START, STEP.multipliedBy(SLOTS));
    SortedMap<Long, Float> samples = new TreeMap<>();
    SampleSink sink =
        new SampleSink() {
          @Override
          public void samples(SeriesQuery query, Series piece) {
            for (int slot = 0; slot < piece.slots(); slot++) {
              if (piece.observed(slot)) {
                samples.put(piece.slotStart(slot), piece.value(slot));
              }
            }
          }

          @Override
          public void answered(SeriesQuery query) {
            outcomes.add("answered");
          }

          @Override
          public void failed(SeriesQuery query, CloudException why) {
            outcomes.add(why.kind().id());
          }
        };
    reader
        .plan(List.of(new SeriesQuery(machine(BUSY), metric, range, STEP)))
        .forEach(batch -> reader.read(batch, sink));
    return samples;
  }
}
