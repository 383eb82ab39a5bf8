package io.headroom.executor.host;

import io.headroom.model.resize.MachineRef;

/** Asks the application of a machine how it is. */
public interface HealthProbe {

  /**
   * Returns what one look showed, within the probe's own timeout. It never throws: an application
   * that cannot be asked is not healthy. A machine without an application to ask is healthy.
   */
  Health probe(MachineRef machine);
}
