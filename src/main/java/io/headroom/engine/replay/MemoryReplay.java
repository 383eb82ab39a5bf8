package io.headroom.engine.replay;

import io.headroom.engine.demand.Usage;
import io.headroom.model.unit.Mebibytes;
import java.time.Duration;

/**
 * The recorded memory use held against another memory: what does not fit would have been an
 * out-of-memory event. Slots in a row are one event; a gap ends it, since nobody saw that it went
 * on.
 */
public final class MemoryReplay {

  private final Mebibytes memory;
  private long slots;
  private long slotsOver;
  private long secondsOver;
  private int events;
  private long overUntil = Long.MIN_VALUE;

  private MemoryReplay(Mebibytes memory) {
    this.memory = memory;
  }

  /** Plays the look-back window of {@code used} on {@code memory}. */
  public static MemoryOutcome play(Usage used, Mebibytes memory) {
    MemoryReplay replay = new MemoryReplay(memory);
    used.replay(replay::slot);
    return new MemoryOutcome(
        replay.slots, replay.slotsOver, Duration.ofSeconds(replay.secondsOver), replay.events);
  }

  private void slot(long start, int seconds, double used) {
    slots++;
    if (!memory.covers(new Mebibytes(used))) {
      slotsOver++;
      secondsOver += seconds;
      if (start != overUntil) {
        events++;
      }
      overUntil = start + seconds;
    }
  }
}
