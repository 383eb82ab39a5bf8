package io.headroom.cloud.aws.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Machines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  private static final List<Metric> CPU =
      List.of(Metric.CPU_UTILIZATION_AVG, Metric.CPU_UTILIZATION_MAX);

  private final BatchPlan plan =
      new BatchPlan(
          CloudWatchQuotas.PUBLISHED,
          () -> Machines.AS_OF,
          query ->
              Optional.ofNullable(Ec2Metrics.of(query.machine()).get(query.metric()))
                  .orElseThrow());

  @Test
  void fillsAPageWithAFortnight() {
    // 14 days × 288 slots = 4,032 points each, 25 fit in 100,800; pairs stay together, so 24 do
    List<ReadBatch> batches = plan.of(queries(50, Duration.ofDays(14), CPU));

    assertThat(batches)
        .extracting(batch -> batch.queries().size())
        .containsExactly(24, 24, 24, 24, 4);
    assertThat(batches).allSatisfy(batch -> assertThat(batch.cost().requests()).isEqualTo(1));
    // 100 queries × 4,032
    assertThat(ReadCost.of(batches).points()).isEqualTo(403_200);
  }

  @Test
  void asksForFiveHundredSeriesOfATailAtOnce() {
    List<ReadBatch> batches = plan.of(queries(400, Duration.ofMinutes(90), CPU));

    assertThat(batches).extracting(batch -> batch.queries().size()).containsExactly(500, 300);
  }

  @Test
  void chargesAMetricOnceForAllItsStatistics() {
    // 1,000 metrics, two statistics of each, at 0.01 USD for 1,000
    assertThat(ReadCost.of(plan.of(queries(1000, Duration.ofMinutes(90), CPU))).charge())
        .isEqualByComparingTo("0.01");
  }

  @Test
  void countsEveryInputOfAMetric() {
    // reads and writes, each with 18 slots
    List<ReadBatch> batches =
        plan.of(queries(1, Duration.ofMinutes(90), List.of(Metric.DISK_IOPS)));

    assertThat(ReadCost.of(batches).points()).isEqualTo(36);
    assertThat(ReadCost.of(batches).charge()).isEqualByComparingTo("0.00002");
  }

  @Test
  void takesRecentPointsFromTheirOwnQuota() {
    assertThat(spent(Duration.ofMinutes(90))).isEqualTo("GetMetricData recent points");
    assertThat(spent(Duration.ofHours(4))).isEqualTo("GetMetricData points");
  }

  private String spent(Duration length) {
    return plan.of(queries(1, length, CPU)).get(0).spends().get(1).quota().name();
  }

  private static List<SeriesQuery> queries(int machines, Duration length, List<Metric> metrics) {
    TimeRange range = TimeRange.endingAt(Machines.AS_OF, length);
    List<SeriesQuery> queries = new ArrayList<>();
    for (int i = 0; i < machines; i++) {
      Instance machine =
          Instance.builder(
                  "i-" + i,
                  new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
                  TypeHistory.assumed("m5.large"))
              .build();
      metrics.forEach(
          metric -> queries.add(new SeriesQuery(machine, metric, range, Duration.ofMinutes(5))));
    }
    return queries;
  }
}
