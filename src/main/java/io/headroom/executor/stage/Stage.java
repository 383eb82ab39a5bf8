package io.headroom.executor.stage;

import io.headroom.executor.operation.Action;
import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Phase;

/** The decisions of one phase. A stage asks; it never changes anything itself. */
public interface Stage {

  /** Returns what to do, from what was seen. */
  Move next(Scene scene);

  /**
   * Returns how to go on after a change was tried.
   *
   * @param intended the operation as it was stored before the change
   */
  Move after(Scene scene, Operation intended, Action action, Answer answer);

  /** Returns the stage of a phase that has not ended. */
  static Stage of(Phase phase) {
    return switch (phase) {
      case PREPARING -> new Preparing();
      case SHRINKING -> new Shrinking();
      case SWITCHING -> new Switching();
      case VERIFYING -> new Verifying();
      case GROWING -> new Growing();
      case BAKING -> new Baking();
      case CLOSING, ENDED -> new Closing();
    };
  }
}
