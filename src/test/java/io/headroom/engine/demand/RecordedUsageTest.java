package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.machine.Observation;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.SmallCatalog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedUsageTest {

  private static final TimeRange LAST_DAY = TimeRange.endingAt(Machines.AS_OF, Duration.ofDays(1));

  private static RecordedUsage lastDay(Observation machine, SampleSeries cpu) {
    return RecordedUsage.of(machine, LAST_DAY, SmallCatalog.usEast1(), cpu);
  }

  private static double largest(Usage usage) {
    double[] largest = new double[1];
    usage.replay((start, seconds, used) -> largest[0] = Math.max(largest[0], used));
    return largest[0];
  }

  @Test
  void holdsTheWindowAlone() {
    Observation machine =
        Machines.observed(
            Machines.ec2("m5.large"),
            Samples.cpuPercent(3).flat(10).at(Duration.ofHours(30), 90).at(Duration.ofHours(3), 50),
            Samples.memoryMib(3).flat(4096));

    RecordedUsage usage = lastDay(machine, SampleSeries.MEAN);

    assertThat(usage.cpu().orElseThrow().observedSlots()).isEqualTo(288);
    // 50 % of 2 vCPUs
    assertThat(largest(usage.cpu().orElseThrow())).isEqualTo(1);
    assertThat(largest(usage.memory().orElseThrow())).isEqualTo(4096);
  }

  @Test
  void keepsWhatIsMoreThanTheTypeHas() {
    Observation machine =
        Machines.observed(
            Machines.ec2("m5.large"),
            Samples.cpuPercent(1).flat(10).at(Duration.ofHours(3), 182),
            Samples.memoryMib(1).flat(4096).at(Duration.ofHours(3), 9000));

    RecordedUsage usage = lastDay(machine, SampleSeries.MEAN);

    assertThat(largest(usage.cpu().orElseThrow())).isCloseTo(3.64, within(1e-6));
    assertThat(largest(usage.memory().orElseThrow())).isEqualTo(9000);
    assertThat(usage.memory().orElseThrow().observedSlots()).isEqualTo(288);
  }

  @Test
  void takesMaximaIfAsked() {
    Observation machine =
        Machines.observed(
            Machines.ec2("m5.large"),
            Samples.cpuPercent(1).flat(10),
            Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.PERCENT, 1).flat(100));

    assertThat(largest(lastDay(machine, SampleSeries.MAXIMUM).cpu().orElseThrow())).isEqualTo(2);
    assertThat(largest(lastDay(machine, SampleSeries.MEAN).cpu().orElseThrow()))
        .isCloseTo(0.2, within(1e-6));
  }

  @Test
  void isAbsentWithoutSamples() {
    Observation machine =
        Machines.observed(
            Machines.ec2("m5.large"), Samples.cpuPercent(2).flat(10).gap(Duration.ofDays(1), 288));

    RecordedUsage usage = lastDay(machine, SampleSeries.MEAN);

    assertThat(usage.cpu()).isEmpty();
    assertThat(usage.memory()).isEmpty();
    assertThat(lastDay(machine, SampleSeries.MAXIMUM).cpu()).isEmpty();
  }
}
