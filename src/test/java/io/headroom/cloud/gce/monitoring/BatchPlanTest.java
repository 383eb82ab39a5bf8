package io.headroom.cloud.gce.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  private static final Instant END = Instant.parse("2026-07-20T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);

  private final List<Instance> project =
      IntStream.range(0, 1000).mapToObj(i -> machine(Integer.toString(1000 + i))).toList();

  private final List<MeasuredMachine> measured =
      project.stream()
          .map(machine -> new MeasuredMachine(machine, EnumSet.allOf(Metric.class)))
          .toList();

  @Test
  void doesNotCountMachinesWithoutTheMetric() {
    List<MeasuredMachine> oneAgent = new ArrayList<>();
    for (Instance machine : project) {
      boolean hasAgent = oneAgent.isEmpty();
      oneAgent.add(
          new MeasuredMachine(machine, hasAgent ? EnumSet.of(Metric.MEMORY_USED) : Set.of()));
    }

    List<ReadBatch> batches =
        new BatchPlan(oneAgent, Map.of())
            .batches(
                project.stream()
                    .map(machine -> query(machine, Metric.MEMORY_USED, Duration.ofHours(1)))
                    .toList());

    // one machine × 12 slots
    assertThat(batches.get(0).cost().points()).isEqualTo(12);
  }

  @Test
  void asksOnceForEachMetricOfAProject() {
    List<SeriesQuery> queries = new ArrayList<>();
    for (Instance machine : project) {
      queries.add(query(machine, Metric.CPU_UTILIZATION_MAX, Duration.ofDays(14)));
      queries.add(query(machine, Metric.CPU_UTILIZATION_AVG, Duration.ofDays(14)));
    }

    List<ReadBatch> batches = new BatchPlan(measured, Map.of()).batches(queries);

    assertThat(batches).hasSize(2);
    assertThat(batches.get(0).queries()).hasSize(1000);
    // 1000 machines × 14 × 288 slots = 4,032,000 points in pages of 100,000: 41
    assertThat(batches.get(0).cost().points()).isEqualTo(4_032_000);
    assertThat(batches.get(0).cost().requests()).isEqualTo(41);
    // 1000 series at $0.50 a million, and 40 that go on from one page to the next
    assertThat(batches.get(0).cost().charge()).isEqualByComparingTo("0.00052");
    assertThat(batches.get(0).spends())
        .containsExactly(new ReadBatch.Spending(BatchPlan.REQUESTS, 41));
  }

  @Test
  void countsDisksAndDirections() {
    List<ReadBatch> batches =
        new BatchPlan(measured, Map.of())
            .batches(
                project.stream()
                    .map(machine -> query(machine, Metric.DISK_IOPS, Duration.ofHours(1)))
                    .toList());

    // 1000 machines × 2 disks × 2 directions × 12 slots; 24,000 points fit one page a direction
    assertThat(batches).hasSize(1);
    assertThat(batches.get(0).cost().points()).isEqualTo(48_000);
    assertThat(batches.get(0).cost().requests()).isEqualTo(2);
    assertThat(batches.get(0).cost().charge()).isEqualByComparingTo("0.002");
  }

  @Test
  void countsSwapDevicesThatWereFound() {
    List<ReadBatch> batches =
        new BatchPlan(measured, Map.of("1000", 2, "1001", 1))
            .batches(
                project.stream()
                    .map(machine -> query(machine, Metric.SWAP_USED, Duration.ofHours(1)))
                    .toList());

    // three devices × 12 slots
    assertThat(batches.get(0).cost().points()).isEqualTo(36);
    assertThat(batches.get(0).cost().charge()).isEqualByComparingTo("0.0000015");
  }

  @Test
  void countsNoMachineThatWasStoppedAllTheTime() {
    List<MeasuredMachine> stopped = new ArrayList<>();
    for (Instant time : List.of(END.minus(Duration.ofDays(2)), END.minus(Duration.ofMinutes(30)))) {
      Instance machine =
          machine(Integer.toString(stopped.size())).toBuilder()
              .stopped(List.of(new TimeRange(time, END)))
              .build();
      stopped.add(new MeasuredMachine(machine, EnumSet.of(Metric.CPU_UTILIZATION_AVG)));
    }

    List<ReadBatch> batches =
        new BatchPlan(stopped, Map.of())
            .batches(
                stopped.stream()
                    .map(
                        one ->
                            query(one.machine(), Metric.CPU_UTILIZATION_AVG, Duration.ofHours(1)))
                    .toList());

    // the second one ran in the first half of the hour: 12 slots are asked for
    assertThat(batches.get(0).cost().points()).isEqualTo(12);
  }

  @Test
  void givesNewMachinesTheirPastInABatchOfTheirOwn() {
    List<SeriesQuery> queries = new ArrayList<>();
    for (Instance machine : project.subList(0, 998)) {
      queries.add(query(machine, Metric.CPU_UTILIZATION_MAX, Duration.ofHours(1)));
    }
    for (Instance machine : project.subList(998, 1000)) {
      queries.add(query(machine, Metric.CPU_UTILIZATION_MAX, Duration.ofDays(42)));
    }

    List<ReadBatch> batches = new BatchPlan(measured, Map.of()).batches(queries);

    assertThat(batches).hasSize(2);
    // two machines × 42 × 288 slots, by their ids
    assertThat(batches.get(0).queries()).hasSize(2);
    assertThat(batches.get(0).cost().points()).isEqualTo(24_192);
    // the others share an answer for the whole project: 1000 × 12 slots
    assertThat(batches.get(1).queries()).hasSize(998);
    assertThat(batches.get(1).cost().points()).isEqualTo(12_000);
  }

  @Test
  void keepsRangesTogetherThatDifferALittle() {
    List<SeriesQuery> queries = new ArrayList<>();
    for (int i = 0; i < project.size(); i++) {
      queries.add(query(project.get(i), Metric.CPU_UTILIZATION_MAX, Duration.ofHours(60 + i % 12)));
    }

    assertThat(new BatchPlan(measured, Map.of()).batches(queries)).hasSize(1);
  }

  @Test
  void doesNotDependOnTheOrderOfQueries() {
    List<SeriesQuery> queries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      queries.add(query(project.get(i), Metric.CPU_RESERVED, Duration.ofHours(1 + i)));
    }
    List<SeriesQuery> shuffled = new ArrayList<>(queries);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(new BatchPlan(measured, Map.of()).batches(shuffled))
        .isEqualTo(new BatchPlan(measured, Map.of()).batches(queries))
        .flatExtracting(ReadBatch::queries)
        .containsExactlyInAnyOrderElementsOf(queries);
  }

  private static SeriesQuery query(Instance machine, Metric metric, Duration past) {
    return new SeriesQuery(machine, metric, TimeRange.endingAt(END, past), STEP);
  }

  private static Instance machine(String id) {
    return Instance.builder(
            id,
            new Placement(Provider.GCE, "demo", "us-central1", Optional.of("us-central1-a")),
            TypeHistory.assumed("n2-standard-4"))
        .hardware(
            new HardwareFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    List.of(
                        new AttachedDisk("pd-balanced", /* local= */ false),
                        new AttachedDisk("pd-ssd", /* local= */ false))),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty()))
        .build();
  }
}
