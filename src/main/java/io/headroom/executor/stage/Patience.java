package io.headroom.executor.stage;

import java.time.Duration;

/**
 * How long an operation waits for what.
 *
 * @param poll pause between looks
 * @param longestPause longest pause after failures in a row
 * @param stale how long a look may lag behind a change that was accepted
 * @param unanswered how long a change whose answer is not known may take to show
 * @param capacity how long the cloud is asked again before the next type is tried
 * @param stuck after which a person is told that a machine does not stop or start
 * @param wellness how long a machine may take to become healthy
 * @param outage longest time a machine may be away; a person is told at half of it
 * @param stray how long a stop whose answer is not known may still arrive: requests are signed for
 *     five minutes
 * @param fresh how old the last check of everything may be at the stop
 * @param bake how long a resized machine is watched
 * @param bakePoll pause between looks while it is watched
 * @param inARow healthy, or unhealthy, answers in a row that count
 */
public record Patience(
    Duration poll,
    Duration longestPause,
    Duration stale,
    Duration unanswered,
    Duration capacity,
    Duration stuck,
    Duration wellness,
    Duration outage,
    Duration stray,
    Duration fresh,
    Duration bake,
    Duration bakePoll,
    int inARow) {

  /** What is right for EC2 and GCE. */
  public static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofSeconds(15),
          Duration.ofSeconds(90),
          Duration.ofMinutes(10),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(6),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30),
          Duration.ofMinutes(1),
          3);

  /** Returns this with another time to watch. */
  public Patience baking(Duration length, Duration every) {
    return new Patience(
        poll,
        longestPause,
        stale,
        unanswered,
        capacity,
        stuck,
        wellness,
        outage,
        stray,
        fresh,
        length,
        every,
        inARow);
  }

  /** Returns the pause after {@code tries} failures in a row: it doubles up to the longest. */
  Duration after(int tries) {
    int doublings = Math.min(tries, 10);
    Duration pause = poll.multipliedBy(1L << doublings);
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
