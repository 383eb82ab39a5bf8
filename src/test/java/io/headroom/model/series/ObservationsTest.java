package io.headroom.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.testing.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationsTest {

  private static final Series CPU = Samples.cpuVcpus(1).flat(1).series();
  private static final Series MEMORY = Samples.memoryMib(1).flat(1).series();

  @Test
  void seriesAreFoundByTheirMetric() {
    Observations observations = Observations.of(List.of(MEMORY, CPU));
    assertThat(observations.of(Metric.MEMORY_USED).orElseThrow().parts()).containsExactly(MEMORY);
    assertThat(observations.of(Metric.SWAP_USED)).isEmpty();
    assertThat(Observations.NONE.of(Metric.CPU_UTILIZATION_AVG)).isEmpty();
  }

  @Test
  void allSeriesAreInTheOrderOfTheirMetrics() {
    assertThat(Observations.of(List.of(MEMORY, CPU)).all()).containsExactly(CPU, MEMORY);
    assertThat(Observations.NONE.all()).isEmpty();
  }

  @Test
  void aMetricWithoutASlotWasNotGiven() {
    Series empty = Samples.from(Metric.SWAP_USED, SampleUnit.MIB, Instant.EPOCH, 0).series();
    assertThat(Observations.of(List.of(empty)).of(Metric.SWAP_USED)).isEmpty();
  }

  @Test
  void seriesOfOneMetricMustNotOverlap() {
    List<Series> twice = List.of(CPU, CPU);
    assertThatThrownBy(() -> Observations.of(twice)).isInstanceOf(IllegalArgumentException.class);
  }
}
