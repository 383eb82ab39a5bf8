package io.headroom.engine.demand;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import io.headroom.model.unit.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * What a machine was recorded to use in a window, for playing it on other sizes. It is the demand
 * as it stands in the recording: nothing is clipped to a capacity, and memory above that of the
 * type in force is no gap here, since it was held by something.
 *
 * @param cpu vCPUs used; absent without a sample
 * @param memory MiB used; absent without a sample
 */
public record RecordedUsage(Optional<Usage> cpu, Optional<Usage> memory) {

  /**
   * Reads the samples of {@code machine} in {@code window}; {@code catalog} says what the types of
   * its past had.
   *
   * @param cpuSeries the means of five minutes, or the maxima inside the slots as they come
   */
  public static RecordedUsage of(
      Observation machine, TimeRange window, RegionCatalog catalog, SampleSeries cpuSeries) {
    Instance instance = machine.instance();
    Frame frame = new Frame(window, List.of(), List.of(), instance.stopped(), List.of());
    CapacityTimeline timeline = CapacityTimeline.of(instance.type(), catalog);
    Optional<List<Series>> cpu =
        cpuSeries == SampleSeries.MAXIMUM
            ? ReservedCores.parts(machine, Metric.CPU_UTILIZATION_MAX)
            : ReservedCores.parts(machine, Metric.CPU_UTILIZATION_AVG).map(FiveMinuteMeans::ofEach);
    Optional<List<Series>> memory =
        machine
            .observations()
            .of(Metric.MEMORY_USED)
            .map(SeriesSequence::parts)
            .map(FiveMinuteMeans::ofEach);
    return new RecordedUsage(
        cpu.flatMap(parts -> usage(frame, timeline, Dimension.CPU, parts)),
        memory.flatMap(parts -> usage(frame, timeline, Dimension.MEMORY, parts)));
  }

  private static Optional<Usage> usage(
      Frame frame, CapacityTimeline timeline, Dimension dimension, List<Series> parts) {
    return Optional.of(UsageReader.asRecorded(frame, timeline, dimension).read(parts))
        .filter(usage -> usage.observedSlots() > 0);
  }
}
