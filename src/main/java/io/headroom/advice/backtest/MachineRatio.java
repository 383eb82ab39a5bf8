package io.headroom.advice.backtest;

import java.util.Arrays;

/** A ratio of two sums over machines, kept machine by machine so that it can be resampled. */
final class MachineRatio {

  private double[] numerators = new double[64];
  private double[] denominators = new double[64];
  private int machines;

  /** Adds what one machine contributes. */
  void add(double numerator, double denominator) {
    if (machines == numerators.length) {
      numerators = Arrays.copyOf(numerators, 2 * machines);
      denominators = Arrays.copyOf(denominators, 2 * machines);
    }
    numerators[machines] = numerator;
    denominators[machines] = denominator;
    machines++;
  }

  /** Returns the number of machines. */
  int machines() {
    return machines;
  }

  /** Returns the ratio; NaN if the denominators add up to nothing. */
  double value() {
    double numerator = 0;
    double denominator = 0;
    for (int machine = 0; machine < machines; machine++) {
      numerator += numerators[machine];
      denominator += denominators[machine];
    }
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }

  /** As {@link #value}, each machine taken {@code times} often. */
  double value(int[] times) {
    double numerator = 0;
    double denominator = 0;
    for (int machine = 0; machine < machines; machine++) {
      numerator += times[machine] * numerators[machine];
      denominator += times[machine] * denominators[machine];
    }
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }
}
