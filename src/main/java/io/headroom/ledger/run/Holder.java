package io.headroom.ledger.run;

import java.time.Duration;

/**
 * Who carries out a run.
 *
 * @param name name of the process, different from that of every other
 * @param lease how long the run is its own without a sign of life; counted by the clock of the
 *     database, so that clocks of machines do not matter
 */
public record Holder(String name, Duration lease) {

  /**
   * Checks the lease.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Holder {
    if (lease.isNegative()) {
      throw new IllegalArgumentException("Invalid lease: " + lease + "; expected 0 or more");
    }
  }
}
