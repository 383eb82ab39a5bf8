package io.headroom.engine.replay;

import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import java.time.Duration;

/**
 * CPU demand as a fluid in a queue: in each slot work arrives at the recorded mean rate, the
 * capacity serves what was carried over and then what arrives, and the rest waits. Delay is the
 * time until all that waits is done: backlog divided by capacity, where the capacity is steady.
 * Time without samples brings no work and serves what waits.
 *
 * <p>Work in = work done + backlog, always; more capacity is never more delay.
 */
final class FluidQueue {

  private final double capacity;
  private final CpuSupply supply;
  private final DelayLog delays = new DelayLog();
  private final DayCount days = new DayCount();
  private double arrived;
  private double served;
  private double backlog;
  private double late;
  private long slots;
  private long slotsOver;
  private long saturatedSlots;
  private long saturatedSeconds;
  private long reached = Long.MIN_VALUE;

  /**
   * Starts an empty queue.
   *
   * @param capacity vCPUs that are all busy when the machine is saturated
   * @param supply what serves it
   */
  FluidQueue(VCpus capacity, CpuSupply supply) {
    if (capacity.value() <= 0) {
      throw new IllegalArgumentException("Invalid capacity: 0 vCPU; expected more");
    }
    this.capacity = capacity.value();
    this.supply = supply;
  }

  /**
   * Starts an empty queue of {@code capacity} vCPUs that can be used for ever.
   *
   * @throws IllegalArgumentException if the capacity is none
   */
  static FluidQueue of(VCpus capacity) {
    return new FluidQueue(capacity, new SteadySupply(capacity));
  }

  void slot(long start, int seconds, double used) {
    if (backlog > 0 && start > reached) {
      done(Math.min(backlog, supply.serveInGap(start - reached)));
    }
    reached = start + seconds;
    double work = used * seconds;
    double waiting = backlog;
    arrived += work;
    backlog += work;
    double now = supply.serve(start, seconds, backlog);
    // what waits goes first, so of the new work only what is left of the service is in time
    late += Math.max(0, work - Math.max(0, now - waiting));
    done(now);
    count(start, seconds, used);
  }

  private void done(double work) {
    served += work;
    backlog -= work;
  }

  private void count(long start, int seconds, double used) {
    slots++;
    days.see(start);
    boolean waits = backlog > CpuSupply.NOTHING;
    if (used > capacity) {
      slotsOver++;
    }
    if (used >= capacity || waits) {
      saturatedSlots++;
      saturatedSeconds += seconds;
    }
    if (waits) {
      delays.add(start, supply.delay(backlog));
    }
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
    double left = backlog > CpuSupply.NOTHING ? supply.delay(backlog) : 0;
    return new QueueOutcome(
        slots,
        days.days(),
        saturatedSlots,
        Duration.ofSeconds(saturatedSeconds),
        slotsOver,
        new Share(arrived == 0 ? 0 : Math.min(1, late / arrived)),
        delays.delays(slots, left));
  }
}
