package io.headroom.oracle;

import java.util.List;

/**
 * Memory use held against a memory.
 *
 * @param over slots that do not fit
 * @param events runs of such slots without another slot or a gap between them
 */
public record SlowMemory(int over, int events) {

  /** Plays slots: start, seconds, MiB used. */
  public static SlowMemory play(List<double[]> slots, double memory) {
    int over = 0;
    int events = 0;
    for (int i = 0; i < slots.size(); i++) {
      if (isOver(slots.get(i), memory)) {
        over++;
        boolean goesOn =
            i > 0
                && isOver(slots.get(i - 1), memory)
                && slots.get(i - 1)[0] + slots.get(i - 1)[1] == slots.get(i)[0];
        events += goesOn ? 0 : 1;
      }
    }
    return new SlowMemory(over, events);
  }

  private static boolean isOver(double[] slot, double memory) {
    return Rounding.mib(slot[2]) > memory;
  }
}
