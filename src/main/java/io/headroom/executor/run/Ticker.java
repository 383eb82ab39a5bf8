package io.headroom.executor.run;

import java.time.Duration;

/** A clock that only ever goes forward, whatever is done to the clock on the wall. */
@FunctionalInterface
public interface Ticker {

  /** Returns the time since some fixed moment. */
  Duration elapsed();

  /** Returns the ticker of this process. */
  static Ticker ofThisProcess() {
    return () -> Duration.ofNanos(System.nanoTime());
  }
}
