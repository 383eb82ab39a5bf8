package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiveMinuteMeansTest {

  private static final Instant NOON = Instant.parse("2026-07-20T12:00:00Z");
  private static final float GAP = Series.gap();

  private static Series cpu(Instant start, int step, float... values) {
    return Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, start, step, values);
  }

  @Test
  void averagesFinerSamples() {
    Series minutes = cpu(NOON, 60, 10, 20, 30, 40, 50, 100, 100, 100, 100, 50);
    // (10 + 20 + 30 + 40 + 50) / 5 and (4 × 100 + 50) / 5
    assertThat(FiveMinuteMeans.of(minutes)).isEqualTo(cpu(NOON, 300, 30, 90));
  }

  @Test
  void averagesWhatWasObserved() {
    Series minutes = cpu(NOON, 60, 10, GAP, 30, GAP, GAP, GAP, GAP, GAP, GAP, GAP);
    // (10 + 30) / 2; a slot without any sample stays a gap
    assertThat(FiveMinuteMeans.of(minutes)).isEqualTo(cpu(NOON, 300, 20, GAP));
  }

  @Test
  void slotsStartAtWholeMultiplesOfFiveMinutes() {
    Series minutes = cpu(NOON.plusSeconds(180), 60, 10, 20, 60, 60);
    // 12:03 and 12:04 belong to the slot of 12:00, 12:05 and 12:06 to the next
    assertThat(FiveMinuteMeans.of(minutes)).isEqualTo(cpu(NOON, 300, 15, 60));
  }

  @Test
  void worksBeforeTheEpochToo() {
    Instant before = Instant.EPOCH.minusSeconds(60);
    assertThat(FiveMinuteMeans.of(cpu(before, 60, 10, 20)))
        .isEqualTo(cpu(Instant.EPOCH.minusSeconds(300), 300, 10, 20));
  }

  @Test
  void aSlotWhoseSamplesCameInTwoPiecesIsOneSlot() {
    List<Series> pieces = List.of(cpu(NOON, 60, 100, 100), cpu(NOON.plusSeconds(120), 60, 0, 0, 0));
    List<Series> parts = SeriesSequence.of(Metric.CPU_UTILIZATION_AVG, pieces).parts();
    // (100 + 100 + 0 + 0 + 0) / 5, not a slot of 100 and a slot of 0
    assertThat(parts.stream().map(FiveMinuteMeans::of)).containsExactly(cpu(NOON, 300, 40));
  }

  @Test
  void coarserSamplesStayAsTheyAre() {
    Series fiveMinutes = cpu(NOON.plusSeconds(7), 300, 10, 20);
    Series hours = cpu(NOON, 3600, 10, 20);
    Series empty = cpu(NOON, 60);
    assertThat(FiveMinuteMeans.of(fiveMinutes)).isSameAs(fiveMinutes);
    assertThat(FiveMinuteMeans.of(hours)).isSameAs(hours);
    assertThat(FiveMinuteMeans.of(empty)).isSameAs(empty);
  }
}
