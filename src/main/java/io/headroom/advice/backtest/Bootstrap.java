package io.headroom.advice.backtest;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How much results depend on which machines happened to be in the fleet: machines are drawn with
 * replacement, as many as there are, again and again. A machine is drawn with all of its cuts, so
 * cuts of one machine do not count as independent. Every ratio sees the same draws, so that
 * differences are paired. The same seed gives the same draws on every Java platform.
 *
 * <p>Source: Efron and Tibshirani, "An Introduction to the Bootstrap", the percentile interval.
 */
final class Bootstrap {

  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  /** A ratio that most draws do not have says too little for an interval. */
  private static final double LEAST_DEFINED = 0.5;

  private final IdentityHashMap<MachineRatio, double[]> values = new IdentityHashMap<>();

  /**
   * Draws machines {@code resamples} times; the draws themselves are not kept.
   *
   * @param ratios what is asked for later, all over the same machines
   */
  Bootstrap(Collection<MachineRatio> ratios, int resamples, long seed) {
    int machines = ratios.stream().mapToInt(MachineRatio::machines).max().orElse(0);
    ratios.forEach(ratio -> values.put(ratio, new double[resamples]));
    Random random = new Random(seed);
    int[] times = new int[machines];
    for (int draw = 0; draw < resamples; draw++) {
      Arrays.fill(times, 0);
      for (int i = 0; i < machines; i++) {
        times[random.nextInt(machines)]++;
      }
      for (Map.Entry<MachineRatio, double[]> entry : values.entrySet()) {
        entry.getValue()[draw] = entry.getKey().value(times);
      }
    }
  }

  /** Returns the ratio in every draw, NaN where a draw does not have it. */
  double[] values(MachineRatio ratio) {
    return Optional.ofNullable(values.get(ratio)).orElseThrow();
  }

  /** Returns the ratio with its interval; nothing if its denominators add up to nothing. */
  Optional<Estimate> estimate(MachineRatio ratio) {
    return estimate(ratio.value(), values(ratio), ratio.machines());
  }

  /** Returns how much {@code one} is above {@code other}; nothing if there is not both. */
  Optional<Estimate> difference(MachineRatio one, MachineRatio other) {
    double[] ones = values(one);
    double[] others = values(other);
    double[] differences = new double[ones.length];
    for (int draw = 0; draw < differences.length; draw++) {
      differences[draw] = ones[draw] - others[draw];
    }
    return estimate(one.value() - other.value(), differences, one.machines());
  }

  private static Optional<Estimate> estimate(double value, double[] draws, int machines) {
    if (Double.isNaN(value)) {
      return Optional.empty();
    }
    double[] defined = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).sorted().toArray();
    return Optional.of(
        new Estimate(
            value,
            machines < 2 || defined.length < LEAST_DEFINED * draws.length
                ? Optional.empty()
                : Optional.of(
                    new Estimate.Interval(nearestRank(defined, LOW), nearestRank(defined, HIGH)))));
  }

  private static double nearestRank(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
