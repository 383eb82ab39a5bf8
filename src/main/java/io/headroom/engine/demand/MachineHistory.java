package io.headroom.engine.demand;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.policy.Policy;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a machine did in the look-back window of a policy, slot by slot: what pictures are drawn
 * from. It decides nothing.
 *
 * @param window the look-back window
 * @param cpu means of five minutes or longer, in vCPUs; absent if not collected
 * @param cpuMaxima maxima inside the slots, in vCPUs; absent if not collected
 * @param memory means, in MiB; absent if not collected
 * @param memoryMaxima maxima inside the slots, in MiB; absent if not collected
 * @param capacity the types in force, in the order of time; together they cover the window
 * @param leftOut what the policy leaves out of the window, by start
 * @param stopped when the machine was known to be stopped, by start
 */
public record MachineHistory(
    TimeRange window,
    Optional<Usage> cpu,
    Optional<Usage> cpuMaxima,
    Optional<Usage> memory,
    Optional<Usage> memoryMaxima,
    List<CapacityPeriod> capacity,
    List<NamedRange> leftOut,
    List<TimeRange> stopped) {

  /** Copies the lists. */
  public MachineHistory {
    capacity = List.copyOf(capacity);
    leftOut = List.copyOf(leftOut);
    stopped = List.copyOf(stopped);
  }

  /**
   * Reads the samples of {@code machine} in the look-back window of {@code policy} that ends at
   * {@code asOf}; {@code catalog} says what the types of its past had.
   */
  public static MachineHistory of(
      Observation machine, Policy policy, RegionCatalog catalog, Instant asOf) {
    Instance instance = machine.instance();
    Frame frame = Frame.of(instance, policy, asOf);
    CapacityTimeline timeline = CapacityTimeline.of(instance.type(), catalog);
    UsageReader cpu = new UsageReader(frame, timeline, instance.launched(), Dimension.CPU);
    UsageReader memory = new UsageReader(frame, timeline, instance.launched(), Dimension.MEMORY);
    TimeRange window = frame.window();
    return new MachineHistory(
        window,
        ReservedCores.parts(machine, Metric.CPU_UTILIZATION_AVG)
            .map(FiveMinuteMeans::ofEach)
            .flatMap(parts -> observed(cpu, parts)),
        ReservedCores.parts(machine, Metric.CPU_UTILIZATION_MAX)
            .flatMap(parts -> observed(cpu, parts)),
        memoryParts(machine, Metric.MEMORY_USED)
            .or(() -> memoryParts(machine, Metric.MEMORY_BALLOON))
            .map(FiveMinuteMeans::ofEach)
            .flatMap(parts -> observed(memory, parts)),
        memoryParts(machine, Metric.MEMORY_USED_MAX).flatMap(parts -> observed(memory, parts)),
        within(window, timeline),
        frame.leftOut().stream().filter(named -> overlap(window, named.range())).toList(),
        frame.stopped().stream().filter(range -> overlap(window, range)).toList());
  }

  /** A share of memory plus page file says nothing of the memory. */
  private static Optional<List<Series>> memoryParts(Observation machine, Metric metric) {
    return machine.instance().memoryMeasure().filter(MemoryMeasure.COMMIT_PERCENT::equals).isEmpty()
        ? machine.observations().of(metric).map(SeriesSequence::parts)
        : Optional.empty();
  }

  private static Optional<Usage> observed(UsageReader reader, List<Series> parts) {
    return Optional.of(reader.read(parts)).filter(usage -> usage.observedSlots() > 0);
  }

  private static boolean overlap(TimeRange one, TimeRange other) {
    return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
  }

  private static List<CapacityPeriod> within(TimeRange window, CapacityTimeline timeline) {
    List<CapacityPeriod> periods = new ArrayList<>();
    for (CapacityTimeline.Reign reign : timeline.reigns()) {
      long from = Math.max(window.start().getEpochSecond(), reign.from());
      long until = Math.min(window.end().getEpochSecond(), reign.until());
      if (from < until) {
        periods.add(
            new CapacityPeriod(
                new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until)),
                reign.type()));
      }
    }
    return periods;
  }
}
