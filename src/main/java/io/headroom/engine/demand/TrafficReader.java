package io.headroom.engine.demand;

import io.headroom.model.demand.Traffic;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.unit.Percentile;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** Reads what a machine's network and disks carried in the look-back window. */
final class TrafficReader {

  /** A baseline must carry all but the busiest two hours of two weeks. */
  private static final Percentile LASTING = new Percentile(99.5);

  private final Observation machine;
  private final Frame frame;

  TrafficReader(Observation machine, Frame frame) {
    this.machine = machine;
    this.frame = frame;
  }

  /** Returns the traffic of the busier direction: network bandwidth counts each by itself. */
  Optional<Traffic<DataRate>> network() {
    return Stream.of(
            traffic(Metric.NETWORK_IN, Metric.NETWORK_IN_MAX, DataRate::new),
            traffic(Metric.NETWORK_OUT, Metric.NETWORK_OUT_MAX, DataRate::new))
        .flatMap(Optional::stream)
        .reduce(TrafficReader::larger);
  }

  Optional<Traffic<DataRate>> disk() {
    return traffic(Metric.DISK_THROUGHPUT, Metric.DISK_THROUGHPUT_MAX, DataRate::new);
  }

  Optional<Traffic<OperationRate>> iops() {
    return traffic(Metric.DISK_IOPS, Metric.DISK_IOPS_MAX, OperationRate::new);
  }

  private static <Q extends Comparable<Q>> Traffic<Q> larger(Traffic<Q> one, Traffic<Q> other) {
    return new Traffic<>(
        one.lasting().compareTo(other.lasting()) >= 0 ? one.lasting() : other.lasting(),
        one.peak().compareTo(other.peak()) >= 0 ? one.peak() : other.peak());
  }

  private <Q extends Comparable<Q>> Optional<Traffic<Q>> traffic(
      Metric mean, Metric maximum, DoubleFunction<Q> quantity) {
    // a rank grows with the count, so what the rank of all slots keeps has the one that is sought
    LargestValues largest = new LargestValues(LASTING.rankFromTop(Math.max(1, slots(mean))));
    int[] count = new int[1];
    each(
        mean,
        value -> {
          count[0]++;
          largest.add(value);
        });
    if (count[0] == 0) {
      return Optional.empty();
    }
    float[] peak = {largest.largest(1)};
    each(maximum, value -> peak[0] = Math.max(peak[0], value));
    float lasting = largest.largest(LASTING.rankFromTop(count[0]));
    return Optional.of(new Traffic<>(quantity.apply(lasting), quantity.apply(peak[0])));
  }

  private int slots(Metric metric) {
    return machine.observations().of(metric).stream()
        .flatMap(sequence -> sequence.parts().stream())
        .mapToInt(Series::slots)
        .sum();
  }

  @FunctionalInterface
  interface ValueReader {
    void value(float value);
  }

  /** Hands every observed value of the window that is not left out to {@code reader}. */
  void each(Metric metric, ValueReader reader) {
    Optional<SeriesSequence> sequence = machine.observations().of(metric);
    for (Series series : sequence.map(SeriesSequence::parts).orElse(List.of())) {
      int until = series.slotFrom(frame.window().end().getEpochSecond());
      for (int slot = series.slotFrom(frame.window().start().getEpochSecond());
          slot < until;
          slot++) {
        if (series.observed(slot) && !isLeftOut(series.slotStart(slot))) {
          reader.value(series.value(slot));
        }
      }
    }
  }

  private boolean isLeftOut(long start) {
    if (frame.leftOut().isEmpty()) {
      return false;
    }
    for (NamedRange named : frame.leftOut()) {
      if (start >= named.range().start().getEpochSecond()
          && start < named.range().end().getEpochSecond()) {
        return true;
      }
    }
    return false;
  }
}
