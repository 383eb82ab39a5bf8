package io.headroom.cloud.sim;

import java.time.Duration;

/**
 * How a cloud behaves, as far as a resize feels it. The times are short ends of what the clouds
 * take; only their order matters.
 *
 * @param stopping how long a stop takes
 * @param starting how long a start takes
 * @param checking how long after that the status checks pass
 * @param refusal how a lack of capacity shows
 * @param settling how long after a change of type a start is refused, because it does not see it
 */
public record Flavour(
    Duration stopping, Duration starting, Duration checking, Refusal refusal, Duration settling) {

  /** How a lack of capacity shows. */
  public enum Refusal {
    /** The start is refused. */
    AT_ONCE,
    /** The start is accepted, and the machine falls back to stopped. */
    LATER
  }

  /** Like Amazon EC2. */
  public static final Flavour EC2_LIKE =
      new Flavour(
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          Refusal.AT_ONCE,
          Duration.ofSeconds(2));

  /** Like Google Compute Engine: no status checks, refusals in the operation that follows. */
  public static final Flavour GCE_LIKE =
      new Flavour(
          Duration.ofSeconds(40),
          Duration.ofSeconds(25),
          Duration.ZERO,
          Refusal.LATER,
          Duration.ZERO);
}
