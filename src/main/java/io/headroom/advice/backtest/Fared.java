package io.headroom.advice.backtest;

import io.headroom.engine.replay.MemoryOutcome;
import io.headroom.engine.replay.QueueOutcome;
import java.util.Optional;

/**
 * How the test part of a record would have gone on a type.
 *
 * @param queue CPU demand as a fluid queue on the vCPUs of the type
 * @param cpuSlotsOver slots in which more CPU was demanded than the type has, or in which work was
 *     held back because CPU credits were exhausted
 * @param memory memory use held against the memory of the type; absent if none was recorded
 */
public record Fared(QueueOutcome queue, long cpuSlotsOver, Optional<MemoryOutcome> memory) {

  /** Returns how many slots of CPU were played. */
  public long cpuSlots() {
    return queue.slots();
  }

  /** Whether CPU demand was over capacity at some time. */
  public boolean isCpuShort() {
    return cpuSlotsOver > 0;
  }

  /** Whether memory use was over capacity at some time. */
  public boolean isMemoryShort() {
    return memory.filter(outcome -> outcome.slotsOver() > 0).isPresent();
  }
}
