package io.headroom.engine.demand;

import io.headroom.model.demand.Censoring;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What follows from demand that was cut off.
 *
 * @param censoring the conclusion
 * @param capacity capacity that cut it off, in vCPUs or MiB; 0 if nothing did
 */
record CensoringVerdict(Censoring censoring, double capacity) {

  static final CensoringVerdict NONE = new CensoringVerdict(Censoring.NONE, 0);

  /** Cut off in more than this share of the slots, it is no accident. */
  private static final double SHARE_TO_GROW = 0.01;

  /** Cut off on as many days, it is no accident either. */
  private static final int DAYS_TO_GROW = 3;

  /** So many later days without a cut on a larger capacity void the evidence. */
  private static final int DAYS_TO_VOID = 7;

  /**
   * Concludes from the regimes in the order of time; {@code capacity} is what a type cuts off at.
   */
  static CensoringVerdict of(List<Regime> regimes, ToDoubleFunction<Regime> capacity) {
    long observed = regimes.stream().mapToLong(Regime::observed).sum();
    Optional<Regime> last =
        regimes.stream()
            .filter(regime -> regime.censored() > 0 && !isVoid(regime, regimes, capacity))
            .reduce((earlier, later) -> later);
    return last.map(regime -> conclude(regime, regimes, observed, capacity)).orElse(NONE);
  }

  private static CensoringVerdict conclude(
      Regime last, List<Regime> regimes, long observed, ToDoubleFunction<Regime> capacity) {
    double bound = capacity.applyAsDouble(last);
    if (!isFrequent(last, observed)) {
      return new CensoringVerdict(Censoring.AT_LEAST, bound);
    }
    boolean pinnedBefore =
        regimes.subList(0, regimes.indexOf(last)).stream()
            .filter(earlier -> isFrequent(earlier, observed))
            .filter(earlier -> capacity.applyAsDouble(earlier) < bound)
            .max(Comparator.comparingDouble(capacity))
            .filter(last::asOftenAs)
            .isPresent();
    return new CensoringVerdict(
        pinnedBefore ? Censoring.ELASTIC_OR_RUNAWAY : Censoring.GROWS, bound);
  }

  private static boolean isFrequent(Regime regime, long observed) {
    return regime.censored() > SHARE_TO_GROW * observed || regime.censoredDays() >= DAYS_TO_GROW;
  }

  private static boolean isVoid(
      Regime regime, List<Regime> regimes, ToDoubleFunction<Regime> capacity) {
    List<Regime> larger =
        regimes.subList(regimes.indexOf(regime) + 1, regimes.size()).stream()
            .filter(later -> capacity.applyAsDouble(later) > capacity.applyAsDouble(regime))
            .toList();
    return larger.stream().allMatch(later -> later.censored() == 0)
        && larger.stream().mapToInt(Regime::observedDays).sum() >= DAYS_TO_VOID;
  }

  /** Whether this conclusion asks for more: one that grows, then one that is censored at all. */
  boolean isStrongerThan(CensoringVerdict other) {
    return strength() > other.strength();
  }

  private int strength() {
    return switch (censoring) {
      case NONE -> 0;
      case AT_LEAST -> 1;
      case ELASTIC_OR_RUNAWAY -> 2;
      case GROWS -> 3;
    };
  }
}
