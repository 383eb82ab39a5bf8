package io.headroom.engine.worker;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.Refusal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The workers of one type.
 *
 * @param holds web workers it holds
 * @param limitedBy what bounds them
 * @param needed web workers that must fit
 * @param background background workers beside them, if there are any now
 * @param bufferPool size of the buffer pool, if there is one now
 */
public record WorkerFit(
    int holds,
    LimitedBy limitedBy,
    int needed,
    OptionalInt background,
    Optional<Mebibytes> bufferPool) {

  /** Whether all workers that are needed fit. */
  public boolean isEnough() {
    return holds >= needed;
  }

  /** Returns the refusal of a type that holds too few. */
  public Refusal refusal() {
    return new Refusal.HoldsWorkers(holds, needed, limitedBy);
  }
}
