package io.headroom.policy.file;

import io.headroom.model.policy.WorkerRule;
import io.headroom.policy.quantity.QuantityForm;
import java.util.List;
import java.util.OptionalInt;

/** Reads the section {@code workers}. */
final class WorkerReader {

  private static final String MINIMUM = "minimum";
  private static final String MAXIMUM = "maximum";
  private static final String NEEDED = "needed";

  private WorkerReader() {}

  static WorkerRule read(Section section) {
    requireOrder(section, MINIMUM, MAXIMUM);
    OptionalInt needed = OptionalInt.empty();
    if (section.has(NEEDED)) {
      requireOrder(section, MINIMUM, NEEDED);
      requireOrder(section, NEEDED, MAXIMUM);
      needed = OptionalInt.of(section.count(NEEDED));
    }
    return new WorkerRule(
        section.read("per_worker", QuantityForm.MEMORY),
        section.read("per_background_worker", QuantityForm.MEMORY),
        section.read("co_resident_share", QuantityForm.SHARE),
        section.read("background_share", QuantityForm.SHARE),
        section.count(MINIMUM),
        section.count(MAXIMUM),
        needed);
  }

  private static void requireOrder(Section section, String lower, String upper) {
    if (section.count(lower) > section.count(upper)) {
      throw section.clash(
          List.of(lower, upper),
          List.of(
              "at most workers." + upper + ", " + section.count(upper),
              "at least workers." + lower + ", " + section.count(lower)));
    }
  }
}
