package io.headroom.executor.host;

/**
 * What one look at an application showed.
 *
 * @param state how it is
 * @param reason why it is not healthy, in words; empty if it is
 */
public record Health(State state, String reason) {

  /** It answers as it should. */
  public static final Health HEALTHY = new Health(State.HEALTHY, "");

  /** How an application is. */
  public enum State {
    /** It answers as it should. */
    HEALTHY,
    /** It does not answer, or not as it should. */
    UNHEALTHY
  }

  /** Returns an application that is not well. */
  public static Health unhealthy(String reason) {
    return new Health(State.UNHEALTHY, reason);
  }

  /** Whether it answers as it should. */
  public boolean isHealthy() {
    return state == State.HEALTHY;
  }
}
