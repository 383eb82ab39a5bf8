package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One machine, one policy, one region, one moment. */
public record Question(Observation machine, Policy policy, RegionCatalog catalog, Instant asOf) {

  Instance instance() {
    return machine.instance();
  }

  InstanceType present() {
    return catalog.find(instance().type().present()).orElseThrow().type();
  }

  long windowStart() {
    return asOf.minus(policy.history().lookback()).getEpochSecond();
  }

  long windowEnd() {
    return asOf.getEpochSecond();
  }

  /** Returns the types by the second since which they are in force. */
  NavigableMap<Long, InstanceType> types() {
    NavigableMap<Long, InstanceType> types = new TreeMap<>();
    for (TypeChange change : instance().type().changes()) {
      types.put(
          change.from().getEpochSecond(), catalog.find(change.instanceType()).orElseThrow().type());
    }
    if (types.isEmpty()) {
      types.put(Long.MIN_VALUE, present());
    }
    return types;
  }

  /** Returns the share of the window, or of the time since the launch, not known to be stopped. */
  double running() {
    long from = windowStart();
    Optional<Instant> launched = instance().launched();
    if (launched.isPresent()) {
      long second = launched.get().getEpochSecond();
      from = second >= from && second < windowEnd() ? second : from;
    }
    return (double) (windowEnd() - from - stoppedBetween(from, windowEnd())) / (windowEnd() - from);
  }

  long stoppedBetween(long from, long until) {
    long off = 0;
    for (TimeRange range : instance().stopped()) {
      long start = Math.max(from, range.start().getEpochSecond());
      long end = Math.min(until, range.end().getEpochSecond());
      off += Math.max(0, end - start);
    }
    return off;
  }
}
