package io.headroom.advice.backtest;

import io.headroom.model.machine.Instance;
import java.util.List;
import java.util.Optional;

/**
 * What came of one machine.
 *
 * @param cuts its cuts in the order of time
 * @param leftOut why there is none, if there is none
 */
public record MachineTrial(Instance instance, List<CutTrial> cuts, Optional<LeftOut> leftOut) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is neither a cut nor a reason, or both
   */
  public MachineTrial {
    cuts = List.copyOf(cuts);
    if (cuts.isEmpty() != leftOut.isPresent()) {
      throw new IllegalArgumentException(
          "Invalid trial of " + instance.id() + ": expected cuts, or why there is none");
    }
  }
}
