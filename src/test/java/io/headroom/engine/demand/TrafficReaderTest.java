package io.headroom.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Traffic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.OperationRate;
import io.headroom.testing.Calendars;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 20 days have 5,760 slots; P99.5 is the 29th largest value. */
class TrafficReaderTest {

  private static final Duration SOME_DAYS = Duration.ofDays(9);

  private static Samples bytes(Metric metric) {
    return Samples.of(metric, SampleUnit.BYTES_PER_SECOND, 20).flat(100);
  }

  private static Demands read(Samples... samples) {
    return Readings.read(Machines.ec2("m5.large"), samples).demands();
  }

  private static Traffic<DataRate> traffic(double lasting, double peak) {
    return new Traffic<>(new DataRate(lasting), new DataRate(peak));
  }

  @Test
  void lastingIsThe995thPercentileAndThePeakIsThePeak() {
    Samples disk = bytes(Metric.DISK_THROUGHPUT);
    assertThat(read(disk.from(SOME_DAYS, 28, 900)).disk()).contains(traffic(100, 900));
    assertThat(read(disk.from(SOME_DAYS, 29, 900)).disk()).contains(traffic(900, 900));
  }

  @Test
  void theMaximumInsideTheSlotsIsThePeak() {
    assertThat(
            read(
                    bytes(Metric.DISK_THROUGHPUT),
                    bytes(Metric.DISK_THROUGHPUT_MAX).at(SOME_DAYS, 5000))
                .disk())
        .contains(traffic(100, 5000));
  }

  @Test
  void maximaAloneSayNothingOfWhatLasts() {
    assertThat(read(bytes(Metric.DISK_THROUGHPUT_MAX)).disk()).isEmpty();
  }

  @Test
  void ofTheNetworkTheBusierDirectionCounts() {
    assertThat(
            read(bytes(Metric.NETWORK_IN).flat(300), bytes(Metric.NETWORK_OUT).at(SOME_DAYS, 700))
                .network())
        .contains(traffic(300, 700));
    assertThat(
            read(bytes(Metric.NETWORK_IN).at(SOME_DAYS, 700), bytes(Metric.NETWORK_OUT).flat(300))
                .network())
        .contains(traffic(300, 700));
    assertThat(read(bytes(Metric.NETWORK_OUT)).network()).contains(traffic(100, 100));
  }

  @Test
  void diskOperationsAreReadByThemselves() {
    Samples iops =
        Samples.of(Metric.DISK_IOPS, SampleUnit.PER_SECOND, 20).flat(50).at(SOME_DAYS, 400);
    assertThat(read(iops).iops())
        .contains(new Traffic<>(new OperationRate(50), new OperationRate(400)));
    assertThat(read(iops).disk()).isEmpty();
    assertThat(read(iops).network()).isEmpty();
  }

  @Test
  void onlyTheWindowCountsAndNothingLeftOut() {
    // 50 days of samples, 42 of them in the window; a load test five days before the end
    Samples network =
        Samples.of(Metric.NETWORK_IN, SampleUnit.BYTES_PER_SECOND, 50)
            .flat(100)
            .at(Duration.ofDays(42).plusMinutes(5), 9000)
            .at(Duration.ofDays(42), 300)
            .from(Duration.ofDays(5), 2, 9000)
            .at(Duration.ofDays(5).minusMinutes(10), 400);
    Policies policy =
        Policies.peakPlusHalf()
            .calendar(
                Calendars.empty()
                    .leavingOut(
                        "load test",
                        Machines.AS_OF.minus(Duration.ofDays(5)),
                        Duration.ofMinutes(10)));
    assertThat(Readings.read(policy, Machines.ec2("m5.large"), network).demands().network())
        .contains(traffic(100, 400));
  }

  @Test
  void theEndOfTheWindowIsOutside() {
    Samples later = Samples.from(Metric.NETWORK_IN, SampleUnit.BYTES_PER_SECOND, Machines.AS_OF, 5);
    assertThat(read(later).network()).isEmpty();
  }

  @Test
  void gapsAreNotNothing() {
    assertThat(read(bytes(Metric.NETWORK_IN).gap(Duration.ofDays(20), 5000)).network())
        .contains(traffic(100, 100));
  }
}
