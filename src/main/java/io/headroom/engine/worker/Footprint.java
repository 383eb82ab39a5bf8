package io.headroom.engine.worker;

import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;

/**
 * Memory of one worker, asymmetric on purpose: what one more takes is counted in full, what one
 * fewer frees is counted low.
 *
 * @param added memory one more worker takes: measured PSS p95, else the full default
 * @param freed memory one fewer worker frees: measured PSS p5, else half of the default
 * @param measured whether it was measured on the host
 */
record Footprint(double added, double freed, boolean measured) {

  static Footprint of(WorkerPool pool, Mebibytes standard) {
    double added = pool.perWorkerHigh().orElse(standard).value();
    double freed = pool.perWorkerLow().map(Mebibytes::value).orElse(standard.value() / 2);
    return new Footprint(added, Math.min(added, freed), pool.perWorkerHigh().isPresent());
  }

  /**
   * Returns this footprint scaled down, when so many workers of it would exceed what was observed.
   */
  Footprint scaled(double factor) {
    return new Footprint(added * factor, Math.min(freed, added * factor), measured);
  }
}
