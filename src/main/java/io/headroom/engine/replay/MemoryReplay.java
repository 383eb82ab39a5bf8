package io.headroom.engine.replay;

import io.headroom.engine.demand.Usage;
import io.headroom.model.unit.Mebibytes;
import java.time.Duration;

/**
 * The recorded memory use held against another memory: what does not fit would have been an
 * out-of-memory event. Slots in a row are one event.
 */
public final class MemoryReplay {

  private final double memory;
  private long slots;
  private long slotsOver;
  private long secondsOver;
  private int events;
  private boolean over;

  private MemoryReplay(Mebibytes memory) {
    this.memory = memory.value();
  }

  /** Plays the look-back window of {@code used} on {@code memory}. */
  public static MemoryOutcome play(Usage used, Mebibytes memory) {
    MemoryReplay replay = new MemoryReplay(memory);
    used.replay(replay::slot);
    return new MemoryOutcome(
        replay.slots, replay.slotsOver, Duration.ofSeconds(replay.secondsOver), replay.events);
  }

  private void slot(long start, int seconds, double used) {
    boolean now = (float) used > (float) memory;
    slots++;
    if (now) {
      slotsOver++;
      secondsOver += seconds;
      if (!over) {
        events++;
      }
    }
    over = now;
  }
}
