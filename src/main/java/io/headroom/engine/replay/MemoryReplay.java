package io.headroom.engine.replay;

import io.headroom.model.unit.Mebibytes;
import java.time.Duration;

/**
 * The recorded memory use held against another memory: what does not fit would have been an
 * out-of-memory event. Slots in a row are one event; a gap ends it, since nobody saw that it went
 * on.
 */
final class MemoryReplay {

  private final double room;
  private final DayCount days = new DayCount();
  private long slots;
  private long slotsOver;
  private long secondsOver;
  private int events;
  private long overUntil = Long.MIN_VALUE;

  private MemoryReplay(Mebibytes room) {
    this.room = room.value();
  }

  /**
   * Plays the use of {@code used} on {@code memory}.
   *
   * @param freed memory that every slot uses less than was recorded
   */
  static MemoryOutcome play(Slots used, Mebibytes memory, Mebibytes freed) {
    Mebibytes room = memory.plus(freed);
    if (used.largest() <= room.value()) {
      return MemoryOutcome.fits(used.count());
    }
    MemoryReplay replay = new MemoryReplay(room);
    used.forEach(replay::slot);
    return new MemoryOutcome(
        replay.slots,
        replay.slotsOver,
        Duration.ofSeconds(replay.secondsOver),
        replay.events,
        replay.days.days());
  }

  private void slot(long start, int seconds, double used) {
    slots++;
    if (used > room) {
      slotsOver++;
      secondsOver += seconds;
      if (start != overUntil) {
        events++;
      }
      overUntil = start + seconds;
      days.see(start);
    }
  }
}
