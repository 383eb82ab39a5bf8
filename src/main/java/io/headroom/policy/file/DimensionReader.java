package io.headroom.policy.file;

import io.headroom.model.policy.DimensionRule;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.unit.Headroom;
import io.headroom.policy.quantity.QuantityForm;

/** Reads the sections {@code cpu} and {@code memory}. */
final class DimensionReader {

  private static final String HEADROOM = "headroom";
  private static final String TARGET = "target_utilization";

  private DimensionReader() {}

  static DimensionRule read(Section section) {
    return new DimensionRule(
        section.read("statistic", QuantityForm.STATISTIC),
        section.choice("series", SampleSeries.class),
        headroom(section));
  }

  private static Headroom headroom(Section section) {
    if (section.has(HEADROOM) && section.has(TARGET)) {
      throw section.refuseAll(
          HEADROOM + " and " + TARGET + " are both given; expected one of them");
    }
    return section
        .find(TARGET, QuantityForm.TARGET_UTILIZATION)
        .orElseGet(() -> section.read(HEADROOM, QuantityForm.HEADROOM));
  }
}
