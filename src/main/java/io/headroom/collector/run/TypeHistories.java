package io.headroom.collector.run;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries over what a recording knows of a machine and a provider does not: its earlier types, and
 * what is inside it.
 */
final class TypeHistories {

  private TypeHistories() {}

  /**
   * Returns the machine as it is now with what was known before.
   *
   * @param recordedUntil when it was as {@code before} says
   */
  static Instance continued(Instance before, Instant recordedUntil, Instance now) {
    InstanceBuilder machine = now.toBuilder().type(history(before, recordedUntil, now));
    machine.host(HostHistories.continued(before.host(), recordedUntil, now.host()));
    if (now.stopped().isEmpty()) {
      machine.stopped(before.stopped());
    }
    if (now.memoryMeasure().isEmpty()) {
      before.memoryMeasure().ifPresent(machine::memoryMeasure);
    }
    return machine.build();
  }

  private static TypeHistory history(Instance before, Instant recordedUntil, Instance now) {
    TypeHistory known = before.type();
    String present = now.type().present();
    if (known.present().equals(present)) {
      return known;
    }
    List<TypeChange> changes = new ArrayList<>(known.changes());
    if (changes.isEmpty()) {
      changes.add(change(seen(before, recordedUntil), known.present()));
    }
    Instant from = changed(recordedUntil, now);
    // of two changes since the end of the recording only the last one is in force in any sample
    changes.removeIf(change -> !change.from().isBefore(from));
    if (changes.isEmpty() || !changes.get(changes.size() - 1).instanceType().equals(present)) {
      changes.add(change(from, present));
    }
    return new TypeHistory(present, changes);
  }

  private static TypeChange change(Instant from, String type) {
    return new TypeChange(from, type, /* madeByHeadroom= */ false);
  }

  /** It had its type since it was last started, and at the end of the recording. */
  private static Instant seen(Instance before, Instant recordedUntil) {
    return before
        .launched()
        .filter(start -> start.isBefore(recordedUntil))
        .orElse(recordedUntil.minusSeconds(1));
  }

  /** A type changes while a machine is stopped, so that it is in force from the next start. */
  private static Instant changed(Instant recordedUntil, Instance now) {
    return now.launched().filter(start -> start.isAfter(recordedUntil)).orElse(recordedUntil);
  }
}
