package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;

/**
 * An observed slot of the look-back window.
 *
 * @param used vCPUs or MiB, as observed
 * @param type the type in force
 * @param settling whether it touches the 15 minutes after a start or a resize
 */
record Slot(long start, int seconds, double used, InstanceType type, boolean settling) {

  long end() {
    return start + seconds;
  }

  long day() {
    return Math.floorDiv(start, 86_400L);
  }
}
