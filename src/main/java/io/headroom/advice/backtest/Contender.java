package io.headroom.advice.backtest;

import io.headroom.model.policy.Growth;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.policy.Policy;
import java.time.Duration;

/**
 * A policy that takes part in a backtest.
 *
 * @param name its name in the results
 * @param policy what recommends
 * @param growing whether it may take more than a machine has
 */
public record Contender(String name, Policy policy, Growing growing) {

  /** What is appended to the name of a policy that is held at the present size. */
  public static final String CAPPED = "-capped";

  /** Whether a recommendation may be larger than the present type. */
  public enum Growing {
    /** As the policy says. */
    AS_RECOMMENDED,
    /** Never: whoever would grow stays. */
    NEVER
  }

  /** Returns the policy as it is. */
  public static Contender of(Policy policy) {
    return new Contender(policy.name(), policy, Growing.AS_RECOMMENDED);
  }

  /**
   * Returns the policy capped at the present size: what it asks for beyond that is cut off in each
   * dimension, and a recommendation that is larger all the same is not taken.
   */
  public static Contender capped(Policy policy) {
    Policy onPressure =
        new Policy(
            policy.name() + CAPPED,
            policy.description(),
            policy.history(),
            policy.cpu(),
            policy.memory(),
            Growth.ON_PRESSURE,
            policy.candidates(),
            policy.workers(),
            policy.change(),
            policy.calendar());
    return new Contender(onPressure.name(), onPressure, Growing.NEVER);
  }

  /**
   * Returns this contender content with {@code training} of history. A policy that reduces nothing
   * before 14 days could not be tried on less; which step it takes then is left to it.
   */
  Contender trainedOn(Duration training) {
    HistoryRule rule = policy.history();
    Policy content =
        policy.withHistory(
            new HistoryRule(
                rule.lookback(),
                shorter(rule.forVerdict(), training),
                shorter(rule.toReduce(), training),
                rule.toReduceFreely(),
                rule.coverage()));
    return new Contender(name, content, growing);
  }

  /** Whether the policy asks for more history than {@code training} before it reduces. */
  boolean asksForMoreThan(Duration training) {
    return policy.history().toReduce().compareTo(training) > 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
