package io.headroom.oracle;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.unit.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Turns samples into slots of vCPUs or MiB used in the look-back window. */
final class SlotReader {

  private static final long SETTLING = 15 * 60;

  private final Question question;
  private final NavigableMap<Long, InstanceType> types;

  SlotReader(Question question) {
    this.question = question;
    this.types = question.types();
  }

  List<Slot> cpu(List<Samples.Sample> samples) {
    List<Slot> slots = new ArrayList<>();
    for (Samples.Sample sample : samples) {
      slot(sample, type -> vcpus(sample, type)).ifPresent(slots::add);
    }
    return slots;
  }

  /** Memory above what the type had contradicts the type: such samples are left out. */
  List<Slot> memory(List<Samples.Sample> samples) {
    List<Slot> slots = new ArrayList<>();
    for (Samples.Sample sample : samples) {
      slot(sample, type -> mib(sample, type))
          .filter(slot -> slot.used() <= slot.type().memory().value())
          .ifPresent(slots::add);
    }
    return slots;
  }

  private Optional<Slot> slot(
      Samples.Sample sample, java.util.function.ToDoubleFunction<InstanceType> used) {
    long start = sample.start();
    long end = start + sample.seconds();
    boolean outside = start < question.windowStart() || start >= question.windowEnd();
    boolean stopped =
        question.instance().stopped().stream()
            .anyMatch(range -> touches(start, end, second(range.start()), second(range.end())));
    if (outside || stopped) {
      return Optional.empty();
    }
    return Optional.ofNullable(types.floorEntry(start))
        .map(Map.Entry::getValue)
        .map(
            type ->
                new Slot(
                    start, sample.seconds(), used.applyAsDouble(type), type, settling(start, end)));
  }

  private boolean settling(long start, long end) {
    List<Long> starts = new ArrayList<>();
    question.instance().launched().ifPresent(launched -> starts.add(second(launched)));
    for (TimeRange range : question.instance().stopped()) {
      starts.add(second(range.end()));
    }
    question.instance().type().changes().forEach(change -> starts.add(second(change.from())));
    return starts.stream().anyMatch(from -> touches(start, end, from, from + SETTLING));
  }

  private static boolean touches(long start, long end, long from, long until) {
    return start < until && end > from;
  }

  private static long second(java.time.Instant instant) {
    return instant.getEpochSecond();
  }

  /** GCE reports a shared core relative to the part of it that is reserved. */
  private static double vcpus(Samples.Sample sample, InstanceType type) {
    double base =
        type.burst().isPresent() && type.burst().get() instanceof Burst.SharedCore core
            ? core.sustained().value()
            : type.vcpus().value();
    return switch (sample.unit()) {
      case PERCENT -> sample.value() * base / 100;
      case FRACTION -> sample.value() * base;
      default -> sample.value();
    };
  }

  private static double mib(Samples.Sample sample, InstanceType type) {
    return switch (sample.unit()) {
      case PERCENT -> sample.value() * type.memory().value() / 100;
      case FRACTION -> sample.value() * type.memory().value();
      case BYTES -> sample.value() / 1024 / 1024;
      default -> sample.value();
    };
  }
}
