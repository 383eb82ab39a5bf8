package io.headroom.cloud.gce.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.monitoring.v3.ListTimeSeriesRequest;
import io.grpc.Status;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceEndpoints;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SampleSink;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.gce.AlignedPeriods;
import io.headroom.testing.gce.MonitoringServer;
import io.headroom.testing.gce.SampledSeries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GceUtilizationSourceTest {

  private static final Scope DEMO = Scope.of(Provider.GCE, "demo");
  private static final Instant START = Instant.parse("2026-07-20T00:00:00Z");
  private static final long START_SECOND = START.getEpochSecond();
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final String PLATFORM = "compute.googleapis.com/instance/";

  /** $0.50 a million. Source: Google Cloud Observability pricing since October 2025. */
  private static final BigDecimal A_SERIES = new BigDecimal("0.0000005");

  private static final String AGENT = "agent.googleapis.com/";

  private final MonitoringServer google = MonitoringServer.start();
  private final Answers answers = new Answers();
  private final GceUtilizationSource source =
      new GceUtilizationSource(
          GceClients.of(endpoints()), GceCalls.hasty(3), () -> START.plus(Duration.ofDays(1)));

  private GceEndpoints endpoints() {
    Optional<GceEndpoint> here =
        Optional.of(GceEndpoint.of(GceEndpoints.MONITORING, google.endpoint()));
    return new GceEndpoints(here, here);
  }

  @AfterEach
  void close() {
    source.close();
    google.close();
  }

  @ParameterizedTest
  @EnumSource
  void putsAPointIntoTheSlotThatEndsWithIt(AlignedPeriods periods) {
    google.periods(periods);
    // ten minutes: 0.1 to 0.5 in the first slot, 0.6 to 1.0 in the second
    google.add(cpu("1", 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0));

    read(query(machine("1"), Metric.CPU_UTILIZATION_MAX, 0, 2));
    read(query(machine("1"), Metric.CPU_UTILIZATION_AVG, 0, 2));

    assertThat(answers.values("1", Metric.CPU_UTILIZATION_MAX)).containsExactly(0.5f, 1.0f);
    // (0.1 + … + 0.5) / 5 = 0.3 and (0.6 + … + 1.0) / 5 = 0.8
    assertThat(answers.values("1", Metric.CPU_UTILIZATION_AVG)).containsExactly(0.3f, 0.8f);
  }

  @Test
  void leavesOutTheMinuteBeforeTheRange() {
    google.add(cpu("1", 9, 9, 9, 9, 9, 0.1, 0.1, 0.1, 0.1, 0.1));

    read(query(machine("1"), Metric.CPU_UTILIZATION_MAX, 1, 2));

    assertThat(answers.values("1", Metric.CPU_UTILIZATION_MAX)).containsExactly(0.1f);
  }

  @Test
  void leavesAGapWhereThereIsNoSample() {
    double none = Double.NaN;
    google.add(cpu("1", 0.1, none, none, none, none, none, none, none, none, none, 0.3));

    read(query(machine("1"), Metric.CPU_UTILIZATION_MAX, 0, 4));

    assertThat(answers.values("1", Metric.CPU_UTILIZATION_MAX))
        .containsExactly(0.1f, Float.NaN, 0.3f, Float.NaN);
    assertThat(answers.answered).hasSize(1);
  }

  @Test
  void goesOnInsideASeriesOnTheNextPage() {
    google.pagesOf(3);
    double[] minutes = new double[25];
    Arrays.setAll(minutes, minute -> minute / 100.0);
    google.add(cpu("1", minutes));
    google.add(cpu("2", minutes));

    read(
        query(machine("1"), Metric.CPU_UTILIZATION_MAX, 0, 5),
        query(machine("2"), Metric.CPU_UTILIZATION_MAX, 0, 5));

    // the maximum of a slot is its last minute: 4, 9, 14, 19, 24
    for (String id : List.of("1", "2")) {
      assertThat(answers.values(id, Metric.CPU_UTILIZATION_MAX))
          .containsExactly(0.04f, 0.09f, 0.14f, 0.19f, 0.24f);
    }
    // 10 points in pages of 3 take 4 requests
    assertThat(requests(PLATFORM + "cpu/utilization")).hasSize(4);
  }

  @Test
  void asksForAllMachinesOfAProjectAtOnceAndDropsTheOthers() {
    for (int id = 1; id <= 60; id++) {
      google.add(cpu(Integer.toString(id), 0.1, 0.2, 0.3, 0.4, 0.5));
    }
    google.add(cpu("999", 1, 1, 1, 1, 1));
    List<Instance> machines = new ArrayList<>();
    for (int id = 1; id <= 60; id++) {
      machines.add(machine(Integer.toString(id)));
    }

    read(
        machines.stream()
            .map(machine -> query(machine, Metric.CPU_UTILIZATION_MAX, 0, 1))
            .toArray(SeriesQuery[]::new));

    assertThat(requests(PLATFORM + "cpu/utilization")).hasSize(1);
    assertThat(answers.answered).hasSize(60);
    assertThat(answers.pieces.keySet()).noneMatch(key -> key.startsWith("999 "));
  }

  @Test
  void asksForFewOfManyMachinesByTheirIds() {
    List<Instance> project = List.of(machine("1"), machine("2"), machine("3"));
    google.add(cpu("2", 0.1, 0.2, 0.3, 0.4, 0.5));
    ScopeReader reader = source.open(DEMO, project);

    reader
        .plan(List.of(query(project.get(1), Metric.CPU_UTILIZATION_MAX, 0, 1)))
        .forEach(batch -> reader.read(batch, answers));

    assertThat(requests(PLATFORM + "cpu/utilization"))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.getFilter())
                    .endsWith(" AND resource.labels.instance_id = one_of(\"2\")"));
    assertThat(answers.values("2", Metric.CPU_UTILIZATION_MAX)).containsExactly(0.5f);
  }

  @Test
  void saysWhichMachinesHaveAnAgentAndWhatElseTellsOfMemory() {
    google.add(memory("1", "used", 2e9));
    google.add(swap("1", "/dev/sda5", 1e9));
    google.add(swap("1", "/swapfile", 1e9));
    google.add(memory("2", "free", 2e9)); // an agent that reports no used memory is no help

    List<Instance> machines = List.of(machine("1"), machine("2"), machineOf("3", "e2-standard-4"));
    ScopeReader reader = source.open(DEMO, machines);

    assertThat(reader.machines())
        .extracting(one -> one.machine().id())
        .containsExactly("1", "2", "3");
    assertThat(reader.machines().get(0).metrics())
        .contains(Metric.MEMORY_USED, Metric.MEMORY_USED_MAX, Metric.SWAP_USED)
        .doesNotContain(Metric.MEMORY_BALLOON);
    assertThat(reader.machines().get(0).machine().memoryMeasure())
        .contains(MemoryMeasure.AGENT_USED);
    assertThat(reader.machines().get(1).metrics())
        .doesNotContain(Metric.MEMORY_USED, Metric.MEMORY_USED_MAX, Metric.MEMORY_BALLOON);
    assertThat(reader.machines().get(1).machine().memoryMeasure()).isEmpty();
    assertThat(reader.machines().get(2).metrics())
        .contains(Metric.MEMORY_BALLOON)
        .doesNotContain(Metric.MEMORY_USED);
    // memory and swap are listed, three series at $0.50 a million
    assertThat(google.requests()).hasSize(2);
    assertThat(reader.opening().requests()).isEqualTo(2);
    assertThat(reader.opening().charge()).isEqualByComparingTo("0.0000015");
  }

  @Test
  void takesAMetricThatNobodyEverHadForOneWithoutSamples() {
    ScopeReader reader = source.open(DEMO, List.of(machine("1")));

    assertThat(reader.machines().get(0).metrics()).doesNotContain(Metric.MEMORY_USED);
    assertThat(reader.problems()).isEmpty();
  }

  @Test
  void readsTheStateUsedOfTheAgentsMemory() {
    google.add(memory("1", "free", 7e9));
    google.add(memory("1", "used", 2e9));

    read(query(machine("1"), Metric.MEMORY_USED, 0, 1));

    assertThat(answers.values("1", Metric.MEMORY_USED)).containsExactly(2e9f);
    assertThat(answers.unit("1", Metric.MEMORY_USED)).isEqualTo(SampleUnit.BYTES);
  }

  @Test
  void addsDisksAndDirectionsUpToARate() {
    // a minute of 600 and 1200 bytes read on two disks and 3000 written: 4800 / 60 = 80 a second
    google.add(disk("read", "1", "boot", 600, 600, 600, 600, 600));
    google.add(disk("read", "1", "data", 1200, 1200, 1200, 1200, 1200));
    google.add(disk("write", "1", "boot", 3000, 3000, 3000, 3000, 3000));
    google.pagesOf(1);

    read(query(machine("1"), Metric.DISK_THROUGHPUT, 0, 1));

    assertThat(answers.values("1", Metric.DISK_THROUGHPUT)).containsExactly(80f);
    assertThat(answers.unit("1", Metric.DISK_THROUGHPUT)).isEqualTo(SampleUnit.BYTES_PER_SECOND);
  }

  @Test
  void doesNotTakeReadsAloneForAllTraffic() {
    google.add(disk("read", "1", "boot", 600, 600, 600, 600, 600, 600, 600, 600, 600, 600));
    google.add(disk("write", "1", "boot", 3000, 3000, 3000, 3000, 3000));

    read(query(machine("1"), Metric.DISK_THROUGHPUT, 0, 2));

    assertThat(answers.values("1", Metric.DISK_THROUGHPUT)).containsExactly(60f, Float.NaN);
  }

  @Test
  void failsTheMachineWhoseValueCannotBeRight() {
    google.add(cpu("1", 37, 37, 37, 37, 37)); // percent where Google gives a fraction
    google.add(cpu("2", 0.1, 0.1, 0.1, 0.1, 0.1));

    read(
        query(machine("1"), Metric.CPU_UTILIZATION_MAX, 0, 1),
        query(machine("2"), Metric.CPU_UTILIZATION_MAX, 0, 1));

    assertThat(answers.failed).hasSize(1);
    assertThat(answers.failed.get(0).kind()).isEqualTo(FailureKind.UNEXPECTED);
    assertThat(answers.failed.get(0)).hasMessageContaining("instance 1").hasMessageContaining("37");
    assertThat(answers.answered).extracting(query -> query.machine().id()).containsExactly("2");
  }

  @Test
  void makesAThrottledCallAgain() {
    google.add(cpu("1", 0.1, 0.1, 0.1, 0.1, 0.1));
    google.refuses("cpu/utilization", 2, Status.RESOURCE_EXHAUSTED.withDescription("quota"));

    read(query(machine("1"), Metric.CPU_UTILIZATION_MAX, 0, 1));

    assertThat(answers.values("1", Metric.CPU_UTILIZATION_MAX)).containsExactly(0.1f);
  }

  @Test
  void answersNothingWhenALaterPageFails() {
    google.pagesOf(1);
    google.add(cpu("1", 0.1, 0.1, 0.1, 0.1, 0.1, 0.2));
    google.refuses(
        "page_token", 9, Status.PERMISSION_DENIED.withDescription("monitoring.timeSeries.list"));
    SeriesQuery query = query(machine("1"), Metric.CPU_UTILIZATION_MAX, 0, 2);

    assertThatThrownBy(() -> read(query))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED))
        .hasMessage(
            "Cannot read compute.googleapis.com/instance/cpu/utilization of gce demo:"
                + " monitoring.timeSeries.list; grant roles/monitoring.viewer in the project");
    assertThat(answers.answered).isEmpty();
  }

  @Test
  void doesNotTrustAnAnswerThatSaysItIsIncomplete() {
    google.add(cpu("1", 0.1, 0.1, 0.1, 0.1, 0.1));
    SeriesQuery query = query(machine("1"), Metric.CPU_UTILIZATION_MAX, 0, 1);
    ScopeReader reader = source.open(DEMO, List.of(query.machine()));
    google.isIncomplete("a shard did not answer");
    ReadBatch batch = reader.plan(List.of(query)).get(0);

    assertThatThrownBy(() -> reader.read(batch, answers))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE))
        .hasMessageContaining("a shard did not answer");
    assertThat(answers.answered).isEmpty();
  }

  private List<ListTimeSeriesRequest> requests(String metric) {
    return google.requests().stream()
        .filter(request -> request.getFilter().contains("\"" + metric + "\""))
        .toList();
  }

  /** 60 machines with CPU; 20 of them with an agent, of which 10 have a swap device. */
  @Test
  void saysBeforehandWhatGoogleCharges() {
    List<Instance> machines = new ArrayList<>();
    for (int id = 100; id < 160; id++) {
      String name = Integer.toString(id);
      machines.add(machine(name));
      google.add(cpu(name, 0.1, 0.2, 0.3, 0.4, 0.5));
      if (id < 120) {
        google.add(memory(name, "used", 2e9));
      }
      if (id < 110) {
        google.add(swap(name, "/swapfile", 1e9));
      }
    }
    ScopeReader reader = source.open(DEMO, machines);
    List<SeriesQuery> queries = new ArrayList<>();
    reader.machines().stream()
        .flatMap(
            one ->
                one.metrics().stream()
                    .filter(metric -> !isOfPlatform(metric))
                    .map(metric -> query(one.machine(), metric, 0, 1)))
        .forEach(queries::add);
    List<ReadBatch> batches = reader.plan(queries);

    batches.forEach(batch -> reader.read(batch, answers));

    // 20 + 10 to find the agents; CPU twice 60; memory twice 20, swap twice 10
    assertThat(google.returned()).isEqualTo(20 + 10 + 2 * 60 + 2 * 20 + 2 * 10);
    assertThat(reader.opening().plus(ReadCost.of(batches)).charge())
        .isEqualByComparingTo(BigDecimal.valueOf(google.returned()).multiply(A_SERIES));
  }

  /** What the machines of this test do not have, though every machine of Google's has. */
  private static boolean isOfPlatform(Metric metric) {
    return switch (metric) {
      case CPU_RESERVED, NETWORK_IN, NETWORK_OUT, DISK_THROUGHPUT, DISK_IOPS -> true;
      default -> false;
    };
  }

  private void read(SeriesQuery... queries) {
    ScopeReader reader =
        source.open(DEMO, Arrays.stream(queries).map(SeriesQuery::machine).distinct().toList());
    reader.plan(List.of(queries)).forEach(batch -> reader.read(batch, answers));
  }

  private static SeriesQuery query(Instance machine, Metric metric, int fromSlot, int untilSlot) {
    return new SeriesQuery(
        machine,
        metric,
        new TimeRange(
            START.plus(STEP.multipliedBy(fromSlot)), START.plus(STEP.multipliedBy(untilSlot))),
        STEP);
  }

  private static Instance machine(String id) {
    return machineOf(id, "n2-standard-4");
  }

  private static Instance machineOf(String id, String machineType) {
    return Instance.builder(
            id,
            new Placement(Provider.GCE, "demo", "us-central1", Optional.of("us-central1-a")),
            TypeHistory.assumed(machineType))
        .build();
  }

  private static SampledSeries cpu(String id, double... values) {
    return SampledSeries.of(
        "demo",
        id,
        PLATFORM + "cpu/utilization",
        Map.of("instance_name", "web"),
        START_SECOND,
        values);
  }

  private static SampledSeries memory(String id, String state, double bytes) {
    return SampledSeries.of(
        "demo", id, AGENT + "memory/bytes_used", Map.of("state", state), START_SECOND, bytes);
  }

  private static SampledSeries swap(String id, String device, double bytes) {
    return SampledSeries.of(
        "demo",
        id,
        AGENT + "swap/bytes_used",
        Map.of("state", "used", "device", device),
        START_SECOND,
        bytes);
  }

  private static SampledSeries disk(String direction, String id, String device, double... values) {
    return SampledSeries.of(
        "demo",
        id,
        PLATFORM + "disk/" + direction + "_bytes_count",
        Map.of("device_name", device),
        START_SECOND,
        values);
  }

  /** Puts the pieces of each query together. */
  private static final class Answers implements SampleSink {

    private final Map<String, float[]> pieces = new HashMap<>();
    private final Map<String, SampleUnit> units = new HashMap<>();
    private final List<SeriesQuery> answered = new ArrayList<>();
    private final List<CloudException> failed = new ArrayList<>();

    @Override
    public void samples(SeriesQuery query, Series piece) {
      float[] slots =
          pieces.computeIfAbsent(
              key(query.machine().id(), query.metric()), key -> gaps(query.slots()));
      units.put(key(query.machine().id(), query.metric()), piece.unit());
      for (int slot = 0; slot < piece.slots(); slot++) {
        long at = piece.slotStart(slot) - query.range().start().getEpochSecond();
        assertThat(at % STEP.toSeconds()).isZero();
        if (piece.observed(slot)) {
          slots[(int) (at / STEP.toSeconds())] = piece.value(slot);
        }
      }
    }

    @Override
    public void answered(SeriesQuery query) {
      answered.add(query);
    }

    @Override
    public void failed(SeriesQuery query, CloudException why) {
      failed.add(why);
    }

    float[] values(String id, Metric metric) {
      return pieces.getOrDefault(key(id, metric), new float[0]);
    }

    SampleUnit unit(String id, Metric metric) {
      return Optional.ofNullable(units.get(key(id, metric))).orElseThrow();
    }

    private static String key(String id, Metric metric) {
      return id + " " + metric.id();
    }

    private static float[] gaps(int slots) {
      float[] values = new float[slots];
      Arrays.fill(values, Series.gap());
      return values;
    }
  }
}
