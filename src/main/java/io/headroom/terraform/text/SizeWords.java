package io.headroom.terraform.text;

import io.headroom.terraform.proposal.EntryChange;
import io.headroom.terraform.variables.Size;
import io.headroom.terraform.variables.SizedInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The values of a machine by name, for people. */
final class SizeWords {

  private SizeWords() {}

  /**
   * A value of a machine.
   *
   * @param before empty if there was none
   * @param after empty if there is none
   * @param now what the machine has; empty if that is not known
   */
  record Value(String name, String before, String after, String now) {

    boolean isChanged() {
      return !before.equals(after);
    }

    /**
     * Returns {@code m5.xlarge → m7i.large}, or the one value there is, with what the machine has
     * if that is something else.
     */
    String shown(String arrow) {
      if (!isChanged()) {
        return after;
      }
      if (before.isEmpty()) {
        return now.isEmpty() || now.equals(after) ? after : after + " (now " + now + ")";
      }
      return before + arrow + (after.isEmpty() ? "none" : after);
    }
  }

  /** Returns the values of a change: type, workers, background workers, database memory. */
  static List<Value> of(EntryChange change) {
    List<Value> values = new ArrayList<>();
    String type =
        change.after().or(change::before).map(SizedInstance::typeField).orElse("instance_type");
    values.add(value(change, type, Size::instanceType));
    values.add(value(change, "workers", size -> number(size.workers())));
    values.add(value(change, "background_workers", size -> number(size.backgroundWorkers())));
    values.add(
        value(
            change,
            "database_memory_mib",
            size ->
                size.databaseMemory()
                    .map(memory -> Long.toString(memory.wholeRoundedUp()))
                    .orElse("")));
    return values;
  }

  private static Value value(EntryChange change, String name, Function<Size, String> read) {
    return new Value(
        name,
        read(change.before(), read),
        read(change.after(), read),
        change.now().map(read).orElse(""));
  }

  private static String read(Optional<SizedInstance> instance, Function<Size, String> read) {
    return instance.map(one -> read.apply(one.size())).orElse("");
  }

  private static String number(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
  }
}
