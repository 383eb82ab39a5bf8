package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservedCoresTest {

  private static final Instant NOON = Instant.parse("2026-07-20T12:00:00Z");
  private static final float GAP = Series.gap();

  private static Series cpu(SampleUnit unit, float... values) {
    return Series.of(Metric.CPU_UTILIZATION_AVG, unit, NOON, 300, values);
  }

  private static Series reserved(long after, int step, float... values) {
    return Series.of(Metric.CPU_RESERVED, SampleUnit.VCPUS, NOON.plusSeconds(after), step, values);
  }

  private static Series applied(Series series, Series... reserved) {
    return ReservedCores.applied(series, SeriesSequence.of(Metric.CPU_RESERVED, List.of(reserved)));
  }

  @Test
  void usedIsUtilizationTimesReservedCores() {
    // an e2-micro: 3.2 of a quarter core is 0.8 vCPU
    assertThat(applied(cpu(SampleUnit.FRACTION, 3.2f, 0.5f), reserved(0, 300, 0.25f, 4)))
        .isEqualTo(cpu(SampleUnit.VCPUS, 0.8f, 2));
  }

  @Test
  void aPercentageIsAHundredthOfIt() {
    assertThat(applied(cpu(SampleUnit.PERCENT, 50), reserved(0, 300, 4)))
        .isEqualTo(cpu(SampleUnit.VCPUS, 2));
  }

  @Test
  void whatIsBeyondSinglePrecisionIsTheLargestNumber() {
    assertThat(applied(cpu(SampleUnit.PERCENT, Float.MAX_VALUE), reserved(0, 300, 1000)).value(0))
        .isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void vcpusAreNotRelativeToAnything() {
    Series series = cpu(SampleUnit.VCPUS, 1.5f);
    assertThat(applied(series, reserved(0, 300, 4))).isSameAs(series);
  }

  @Test
  void theLastKnownCoresCountWhereTheirSeriesHasAGap() {
    assertThat(
            applied(
                cpu(SampleUnit.FRACTION, 1, 1, 1, 1),
                reserved(0, 300, 2, GAP),
                reserved(900, 300, 4)))
        .isEqualTo(cpu(SampleUnit.VCPUS, 2, 2, 2, 4));
  }

  @Test
  void withoutKnownCoresASampleIsAGap() {
    assertThat(applied(cpu(SampleUnit.FRACTION, 1, 1, 1), reserved(300, 300, GAP, 4)))
        .isEqualTo(cpu(SampleUnit.VCPUS, GAP, GAP, 4));
  }

  @Test
  void aGapStaysAGap() {
    assertThat(applied(cpu(SampleUnit.FRACTION, GAP, 1), reserved(0, 300, 4, 4)))
        .isEqualTo(cpu(SampleUnit.VCPUS, GAP, 4));
  }

  @Test
  void coresOfTheMomentCountWhateverTheirStep() {
    // one reserved sample an hour, and utilization before, at and after its start
    Series series =
        Series.of(
            Metric.CPU_UTILIZATION_AVG,
            SampleUnit.FRACTION,
            NOON.plusSeconds(3300),
            300,
            new float[] {1, 1, 1});
    assertThat(applied(series, reserved(0, 3600, 2, 8)).value(0)).isEqualTo(2f);
    assertThat(applied(series, reserved(0, 3600, 2, 8)).value(1)).isEqualTo(8f);
    assertThat(applied(series, reserved(0, 3600, 2, 8)).value(2)).isEqualTo(8f);
  }
}
