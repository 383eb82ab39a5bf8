package io.headroom.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesSequenceTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private static Series swap(long after, int step, int slots) {
    return Series.of(
        Metric.SWAP_USED, SampleUnit.MIB, START.plusSeconds(after), step, new float[slots]);
  }

  @Test
  void ordersPartsByTimeAndLeavesOutEmptyOnes() {
    Series hourly = swap(0, 3600, 2);
    Series fine = swap(7200, 300, 3);
    SeriesSequence sequence =
        SeriesSequence.of(Metric.SWAP_USED, List.of(fine, swap(60, 60, 0), hourly));
    assertThat(sequence.parts()).containsExactly(hourly, fine);
    assertThat(sequence.metric()).isEqualTo(Metric.SWAP_USED);
  }

  private static Series numbered(long after, int step, float... values) {
    return Series.of(Metric.SWAP_USED, SampleUnit.MIB, START.plusSeconds(after), step, values);
  }

  private static List<Series> parts(Series... series) {
    return SeriesSequence.of(Metric.SWAP_USED, List.of(series)).parts();
  }

  @Test
  void piecesOfOneGridBecomeOne() {
    assertThat(parts(numbered(0, 300, 1, 2), numbered(1200, 300, 5), numbered(600, 300, 3)))
        .containsExactly(numbered(0, 300, 1, 2, 3, Series.gap(), 5));
  }

  @Test
  void piecesMoreThanFiveMinutesApartStayApart() {
    Series first = numbered(0, 60, 1);
    assertThat(parts(first, numbered(60 + 300, 60, 2))).hasSize(1);
    assertThat(parts(first, numbered(120 + 300, 60, 2))).hasSize(2);
  }

  @Test
  void piecesOfAnotherStepGridOrUnitStayApart() {
    Series first = numbered(0, 300, 1);
    assertThat(parts(first, numbered(300, 60, 2))).hasSize(2);
    assertThat(parts(first, numbered(360, 300, 2))).hasSize(2);
    assertThat(
            parts(
                first,
                Series.of(
                    Metric.SWAP_USED,
                    SampleUnit.BYTES,
                    START.plusSeconds(300),
                    300,
                    new float[] {2})))
        .hasSize(2);
  }

  @Test
  void refusesPartsThatOverlap() {
    List<Series> parts = List.of(swap(0, 300, 2), swap(599, 300, 1));
    assertThatThrownBy(() -> SeriesSequence.of(Metric.SWAP_USED, parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid series of swap_used: one that starts at 2026-07-01T00:09:59Z overlaps one that"
                + " ends at 2026-07-01T00:10:00Z; expected series that follow each other");
  }

  @Test
  void refusesAPartOfAnotherMetric() {
    List<Series> parts = List.of(swap(0, 300, 2));
    assertThatThrownBy(() -> SeriesSequence.of(Metric.MEMORY_USED, parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid series of memory_used: one is of swap_used");
  }

  @Test
  void observationsKeepOneSequenceForEachMetric() {
    Series swap = swap(0, 300, 2);
    Series later = swap(99_000, 300, 2);
    Series memory = Series.of(Metric.MEMORY_USED, SampleUnit.MIB, START, 300, new float[2]);
    Observations observations = Observations.of(List.of(later, swap, memory));
    assertThat(observations.of(Metric.SWAP_USED).orElseThrow().parts())
        .containsExactly(swap, later);
    assertThat(observations.of(Metric.CPU_UTILIZATION_AVG)).isEmpty();
    assertThat(observations.all()).containsExactly(memory, swap, later);
  }

  @Test
  void aSeriesWithoutSlotsIsNoObservation() {
    assertThat(Observations.of(List.of(swap(0, 300, 0))).of(Metric.SWAP_USED)).isEmpty();
    assertThat(Observations.NONE.all()).isEmpty();
  }
}
