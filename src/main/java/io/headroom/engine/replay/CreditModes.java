package io.headroom.engine.replay;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.policy.Policy;

/** In which mode a burstable EC2 type is played for a machine. */
public final class CreditModes {

  private CreditModes() {}

  /**
   * Returns the machine's own mode; else, for a machine that is burstable now, the default of its
   * family (standard for T2, unlimited for the others); else the policy's.
   *
   * @param present the machine's present type
   */
  public static CreditMode of(Instance instance, InstanceType present, Policy policy) {
    return instance
        .creditMode()
        .orElseGet(
            () ->
                !present.isBurstable()
                    ? policy.candidates().burst().mode()
                    : present.family().equals("t2") ? CreditMode.STANDARD : CreditMode.UNLIMITED);
  }
}
