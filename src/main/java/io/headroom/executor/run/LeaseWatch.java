package io.headroom.executor.run;

import java.time.Duration;

/**
 * Knows when to stop acting under a lease: at two thirds of it, measured from before it was asked
 * for, on a clock that nobody can set. A call takes less than a third, so it is over before anybody
 * else may own the operation.
 */
final class LeaseWatch {

  private final Ticker ticker;
  private final Duration until;

  private LeaseWatch(Ticker ticker, Duration until) {
    this.ticker = ticker;
    this.until = until;
  }

  /** Starts to watch; to be called before the lease is asked for. */
  static LeaseWatch start(Ticker ticker, Duration lease) {
    return new LeaseWatch(ticker, ticker.elapsed().plus(lease.multipliedBy(2).dividedBy(3)));
  }

  /** Whether a change may still be made. */
  boolean mayAct() {
    return ticker.elapsed().compareTo(until) < 0;
  }
}
