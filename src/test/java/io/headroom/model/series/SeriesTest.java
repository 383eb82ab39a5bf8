package io.headroom.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private static Series cpu(SampleUnit unit, float... values) {
    return Series.of(Metric.CPU_UTILIZATION_AVG, unit, START, 300, values);
  }

  @Test
  void isARegularGrid() {
    Series series = cpu(SampleUnit.PERCENT, 10, 20, 30);
    assertThat(series.metric()).isEqualTo(Metric.CPU_UTILIZATION_AVG);
    assertThat(series.unit()).isEqualTo(SampleUnit.PERCENT);
    assertThat(series.slots()).isEqualTo(3);
    assertThat(series.stepSeconds()).isEqualTo(300);
    assertThat(series.startEpochSecond()).isEqualTo(START.getEpochSecond());
    assertThat(series.slotStart(2)).isEqualTo(START.getEpochSecond() + 600);
    assertThat(series.endEpochSecond()).isEqualTo(START.getEpochSecond() + 900);
    assertThat(series.value(1)).isEqualTo(20f);
  }

  @Test
  void slotsBeyondSixtyEightYearsDoNotOverflow() {
    // 3 × 2^30 s do not fit an int
    Series series =
        Series.of(Metric.SWAP_USED, SampleUnit.MIB, Instant.EPOCH, 1 << 30, new float[3]);
    assertThat(series.endEpochSecond()).isEqualTo(3_221_225_472L);
  }

  @Test
  void aGapIsNeverReadAsANumber() {
    Series series = cpu(SampleUnit.PERCENT, 10, Series.gap());
    assertThat(series.observed(0)).isTrue();
    assertThat(series.observed(1)).isFalse();
    assertThatThrownBy(() -> series.value(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cpu_utilization_avg has no sample in slot 1");
  }

  @Test
  void keepsACopyUnlessItAdopts() {
    float[] values = {1};
    Series copied = cpu(SampleUnit.PERCENT, values);
    Series adopted =
        Series.adopting(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, START, 300, values);
    values[0] = 2;
    assertThat(copied.value(0)).isEqualTo(1f);
    assertThat(adopted.value(0)).isEqualTo(2f);
  }

  @Test
  void refusesAUnitTheMetricDoesNotComeIn() {
    assertThatThrownBy(() -> cpu(SampleUnit.MIB, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid unit of cpu_utilization_avg: mib; expected percent or fraction or vcpus");
  }

  @Test
  void refusesAStepThatIsNotPositive() {
    assertThatThrownBy(() -> Series.of(Metric.SWAP_USED, SampleUnit.MIB, START, 0, new float[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid step of swap_used: 0 s; expected 1 s or more");
    assertThat(Series.of(Metric.SWAP_USED, SampleUnit.MIB, START, 1, new float[] {1}).slots())
        .isOne();
  }

  @Test
  void refusesValuesThatAreNegativeOrInfinite() {
    assertThatThrownBy(() -> cpu(SampleUnit.PERCENT, 0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid value of cpu_utilization_avg in slot 1: -1.0; expected a finite number of 0 or"
                + " more");
    assertThatThrownBy(() -> cpu(SampleUnit.PERCENT, Float.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(cpu(SampleUnit.PERCENT, 0).value(0)).isZero();
  }

  @Test
  void suspectsPercentWhereAFractionIsSaid() {
    // an e2-micro at full burst reports 8; nothing reports more than 16
    assertThat(cpu(SampleUnit.FRACTION, 16).value(0)).isEqualTo(16f);
    assertThatThrownBy(() -> cpu(SampleUnit.FRACTION, 16.5f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid value of cpu_utilization_avg in slot 0: 16.5; expected 0 to 16 for the unit"
                + " fraction (is the unit percent?)");
    assertThat(cpu(SampleUnit.PERCENT, 16.5f).value(0)).isEqualTo(16.5f);
  }

  @Test
  void isEqualByContent() {
    Series series = cpu(SampleUnit.PERCENT, 10, Series.gap());
    assertThat(series)
        .isEqualTo(cpu(SampleUnit.PERCENT, 10, Series.gap()))
        .hasSameHashCodeAs(cpu(SampleUnit.PERCENT, 10, Series.gap()))
        .isNotEqualTo(cpu(SampleUnit.PERCENT, 11, Series.gap()))
        .isNotEqualTo(cpu(SampleUnit.VCPUS, 10, Series.gap()))
        .isNotEqualTo(
            Series.of(
                Metric.CPU_UTILIZATION_MAX,
                SampleUnit.PERCENT,
                START,
                300,
                new float[] {10, Series.gap()}))
        .isNotEqualTo(
            Series.of(
                Metric.CPU_UTILIZATION_AVG,
                SampleUnit.PERCENT,
                START.plusSeconds(1),
                300,
                new float[] {10, Series.gap()}))
        .isNotEqualTo(
            Series.of(
                Metric.CPU_UTILIZATION_AVG,
                SampleUnit.PERCENT,
                START,
                60,
                new float[] {10, Series.gap()}))
        .isNotEqualTo("10");
  }

  @Test
  void saysWhatItIs() {
    assertThat(cpu(SampleUnit.PERCENT, 1, 2))
        .hasToString("cpu_utilization_avg in percent, 2 slots of 300 s from 2026-07-01T00:00:00Z");
  }

  @Test
  void isCutToTheSlotsWithinARange() {
    Instant start = Instant.parse("2026-07-20T00:00:00Z");
    Series series =
        Series.of(
            Metric.CPU_UTILIZATION_AVG,
            SampleUnit.PERCENT,
            start,
            300,
            new float[] {1, 2, Series.gap(), 4});

    // the slot from 0 to 300 s is not wholly inside, nor the one from 900 to 1200 s
    assertThat(series.within(new TimeRange(start.plusSeconds(1), start.plusSeconds(1199))))
        .isEqualTo(
            Series.of(
                Metric.CPU_UTILIZATION_AVG,
                SampleUnit.PERCENT,
                start.plusSeconds(300),
                300,
                new float[] {2, Series.gap()}));
    assertThat(series.within(new TimeRange(start.minusSeconds(9), start.plusSeconds(9999))))
        .isEqualTo(series);
    assertThat(series.within(new TimeRange(start.plusSeconds(10), start.plusSeconds(290))).slots())
        .isZero();
    assertThat(series.within(new TimeRange(start.minusSeconds(900), start)).slots()).isZero();
    assertThat(
            series
                .within(TimeRange.startingAt(start.plusSeconds(1200), Duration.ofDays(1)))
                .slots())
        .isZero();
  }
}
