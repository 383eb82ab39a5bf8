package io.headroom.engine.replay;

import io.headroom.engine.demand.Usage;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import java.time.Duration;
import java.util.Arrays;

/**
 * CPU demand as a fluid in a queue: in each slot work arrives at the recorded mean rate, the
 * capacity serves it and what was carried over, and the rest waits. Delay is backlog divided by
 * capacity, the time that work arriving at the end of the slot would wait. Time without samples
 * brings no work and serves what waits.
 *
 * <p>Work in = work done + backlog, always; more capacity is never more delay.
 */
public final class FluidQueue {

  private static final double P95 = 0.95;

  private final double capacity;
  private double arrived;
  private double served;
  private double backlog;
  private double late;
  private long slots;
  private long saturatedSlots;
  private long saturatedSeconds;
  private long reached = Long.MIN_VALUE;
  private double[] delays = new double[1024];

  private FluidQueue(VCpus capacity) {
    if (capacity.value() <= 0) {
      throw new IllegalArgumentException("Invalid capacity: 0 vCPU; expected more");
    }
    this.capacity = capacity.value();
  }

  /**
   * Plays the look-back window of {@code means} on {@code capacity} vCPUs.
   *
   * @throws IllegalArgumentException if the capacity is none
   */
  public static QueueOutcome play(Usage means, VCpus capacity) {
    FluidQueue queue = new FluidQueue(capacity);
    means.replay(queue::slot);
    return queue.outcome();
  }

  /** Starts an empty queue of {@code capacity} vCPUs. */
  static FluidQueue of(VCpus capacity) {
    return new FluidQueue(capacity);
  }

  void slot(long start, int seconds, double used) {
    if (reached != Long.MIN_VALUE && start > reached) {
      serve((start - reached) * capacity);
    }
    reached = start + seconds;
    double work = used * seconds;
    double room = capacity * seconds;
    // what waits goes first, so of the new work only what is left of the room is in time
    late += Math.max(0, work - Math.max(0, room - backlog));
    arrived += work;
    backlog += work;
    serve(room);
    if (slots == delays.length) {
      delays = Arrays.copyOf(delays, 2 * delays.length);
    }
    delays[(int) slots] = backlog / capacity;
    slots++;
    if (used >= capacity || backlog > 0) {
      saturatedSlots++;
      saturatedSeconds += seconds;
    }
  }

  private void serve(double room) {
    double done = Math.min(backlog, room);
    served += done;
    backlog -= done;
  }

  double arrived() {
    return arrived;
  }

  double served() {
    return served;
  }

  double backlog() {
    return backlog;
  }

  QueueOutcome outcome() {
    double[] sorted = Arrays.copyOf(delays, (int) slots);
    Arrays.sort(sorted);
    double p95 = slots == 0 ? 0 : sorted[(int) Math.ceil(P95 * slots) - 1];
    double worst = slots == 0 ? 0 : sorted[sorted.length - 1];
    return new QueueOutcome(
        slots,
        saturatedSlots,
        Duration.ofSeconds(saturatedSeconds),
        seconds(p95),
        seconds(worst),
        new Share(arrived == 0 ? 0 : Math.min(1, late / arrived)),
        seconds(backlog / capacity));
  }

  private static Duration seconds(double value) {
    return Duration.ofMillis(Math.round(value * 1000));
  }
}
