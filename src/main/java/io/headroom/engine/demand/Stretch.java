package io.headroom.engine.demand;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.series.Series;

/**
 * Slots of one series in a row that are treated alike and had the same type in force.
 *
 * @param from first slot
 * @param until slot after the last
 * @param type the type in force
 * @param factor what a sample is multiplied with to give vCPUs or MiB
 */
record Stretch(
    Series series, int from, int until, SlotTreatment treatment, InstanceType type, double factor) {

  /** Whether values here may set the demand. */
  boolean setsDemand() {
    return treatment == SlotTreatment.COUNTED || treatment == SlotTreatment.KEPT;
  }

  /** Whether values here lie in the look-back window. */
  boolean inWindow() {
    return treatment == SlotTreatment.COUNTED || treatment == SlotTreatment.SETTLING;
  }
}
