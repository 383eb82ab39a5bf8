package io.headroom.model.demand;

import io.headroom.model.unit.Share;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was needed of one dimension.
 *
 * @param <Q> the quantity: vCPUs or MiB
 */
public sealed interface Demand<Q extends Comparable<Q>> {

  /** Returns what the function for this case returns. */
  <R> R match(Function<Observed<Q>, R> observed, Function<NotCollected<Q>, R> notCollected);

  /** Returns the observed demand, or nothing if none was collected. */
  default Optional<Observed<Q>> observed() {
    return match(Optional::of, notCollected -> Optional.empty());
  }

  /**
   * A demand with its evidence.
   *
   * @param value what is sized for, before headroom
   * @param peak the largest observed mean, clipped to the capacity then in force
   * @param momentary the largest value inside any slot, if the source has maxima
   * @param mean mean of the observed slots
   * @param censoring whether the machine cut it off
   * @param mayReduce whether history, coverage, censoring and measure allow less than the present
   *     capacity
   * @param whyNotReduced the first reason why not, in words
   * @param evidence where it comes from
   */
  record Observed<Q extends Comparable<Q>>(
      Q value,
      Q peak,
      Optional<Q> momentary,
      Q mean,
      Censoring censoring,
      boolean mayReduce,
      Optional<String> whyNotReduced,
      Evidence evidence)
      implements Demand<Q> {

    /** Returns the coverage. */
    public Share coverage() {
      return evidence.coverage();
    }

    @Override
    public <R> R match(
        Function<Observed<Q>, R> observed, Function<NotCollected<Q>, R> notCollected) {
      return observed.apply(this);
    }
  }

  /**
   * Nothing is known of the dimension, so its present capacity is kept.
   *
   * @param why what is missing, in words
   */
  record NotCollected<Q extends Comparable<Q>>(String why) implements Demand<Q> {

    @Override
    public <R> R match(
        Function<Observed<Q>, R> observed, Function<NotCollected<Q>, R> notCollected) {
      return notCollected.apply(this);
    }
  }
}
