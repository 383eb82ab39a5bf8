package io.headroom.executor.run;

import java.time.Duration;

/**
 * Knows when to stop acting under a lease: at two thirds of it, measured from before it was asked
 * for, on a clock that nobody can set. A call takes less than a third, so it is over before anybody
 * else may own the operation.
 */
final class LeaseWatch {

  private final Ticker ticker;
  private final Duration start;
  private final Duration usable;

  private LeaseWatch(Ticker ticker, Duration lease) {
    this.ticker = ticker;
    this.start = ticker.elapsed();
    this.usable = lease.multipliedBy(2).dividedBy(3);
  }

  /** Starts to watch; to be called before the lease is asked for. */
  static LeaseWatch start(Ticker ticker, Duration lease) {
    return new LeaseWatch(ticker, lease);
  }

  /** Whether a change may still be made. */
  boolean mayAct() {
    return taken().compareTo(usable) < 0;
  }

  /** Returns the time since it began. */
  Duration taken() {
    return ticker.elapsed().minus(start);
  }
}
