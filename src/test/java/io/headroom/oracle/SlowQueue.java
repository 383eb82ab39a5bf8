package io.headroom.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * CPU demand that waits, second by second: what arrives in a second and what waited is served by
 * one second of capacity.
 */
public final class SlowQueue {

  private final double capacity;
  private final List<Double> delays = new ArrayList<>();
  private double backlog;
  private double arrived;
  private double late;
  private int saturated;

  private SlowQueue(double capacity) {
    this.capacity = capacity;
  }

  /** Plays slots: start, seconds, vCPUs used. */
  public static SlowQueue play(List<double[]> slots, double capacity) {
    SlowQueue queue = new SlowQueue(capacity);
    for (int i = 0; i < slots.size(); i++) {
      double[] slot = slots.get(i);
      if (i > 0) {
        queue.seconds((long) (slot[0] - slots.get(i - 1)[0] - slots.get(i - 1)[1]), 0);
      }
      queue.seconds((long) slot[1], slot[2]);
      queue.endOfSlot(slot[1] * slot[2], slot[2]);
    }
    return queue;
  }

  private void seconds(long count, double used) {
    for (long second = 0; second < count; second++) {
      backlog = Math.max(0, backlog + used - capacity);
    }
  }

  private void endOfSlot(double work, double used) {
    double waiting = backlog < 1e-6 ? 0 : backlog;
    arrived += work;
    // the oldest work is served first, so what waits is the newest
    late += Math.min(work, waiting);
    saturated += waiting > 0 || used >= capacity ? 1 : 0;
    delays.add(waiting / capacity);
  }

  public int saturated() {
    return saturated;
  }

  public double lateShare() {
    return arrived == 0 ? 0 : late / arrived;
  }

  /** Returns the 95th percentile of the delays after each slot, in seconds. */
  public double p95() {
    List<Double> sorted = new ArrayList<>(delays);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
  }

  public double worst() {
    return delays.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** Returns how long what is left in the end would take, in seconds. */
  public double left() {
    return backlog / capacity;
  }
}
