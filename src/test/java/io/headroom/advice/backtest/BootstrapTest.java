package io.headroom.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.advice.backtest.Estimate.Interval;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final int RESAMPLES = 1000;
  private static final long SEED = 1;

  /** Machines given as numerator, denominator, numerator, denominator, … */
  private static MachineRatio machines(double... numbers) {
    MachineRatio ratio = new MachineRatio();
    for (int i = 0; i < numbers.length; i += 2) {
      ratio.add(numbers[i], numbers[i + 1]);
    }
    return ratio;
  }

  private static Bootstrap of(MachineRatio... ratios) {
    return new Bootstrap(List.of(ratios), RESAMPLES, SEED);
  }

  private static Optional<Estimate> estimate(double... numbers) {
    MachineRatio ratio = machines(numbers);
    return of(ratio).estimate(ratio);
  }

  private static Optional<Estimate> difference(MachineRatio one, MachineRatio other) {
    return of(one, other).difference(one, other);
  }

  @Test
  void dividesSumsAndNotMachines() {
    // (1 + 90) / (10 + 100), not the mean of 0.1 and 0.9
    assertThat(estimate(1, 10, 90, 100).orElseThrow().value()).isEqualTo(91.0 / 110);
  }

  @Test
  void isSureOfMachinesThatAreAlike() {
    assertThat(estimate(1, 4, 2, 8, 3, 12))
        .contains(new Estimate(0.25, Optional.of(new Interval(0.25, 0.25))));
  }

  @Test
  void saysNothingOfTheSpreadOfOneMachine() {
    assertThat(estimate(1, 4)).contains(new Estimate(0.25, Optional.empty()));
  }

  @Test
  void hasTheEndsOfWhatTwoMachinesCanGive() {
    // a draw is twice the first (1/4 of them), twice the second (1/4) or one of each
    Estimate estimate = estimate(0, 1, 1, 1).orElseThrow();

    assertThat(estimate).isEqualTo(new Estimate(0.5, Optional.of(new Interval(0, 1))));
  }

  @Test
  void hasNoRatioOfNothing() {
    assertThat(estimate(0, 0, 0, 0)).isEmpty();
    assertThat(difference(machines(1, 1, 1, 1), machines(0, 0, 0, 0))).isEmpty();
  }

  @Test
  void hasNoIntervalWhereMostDrawsHaveNoRatio() {
    // one of ten machines has a denominator: 1 - 0.9^10 = 65 % of the draws have it
    MachineRatio first = machines(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    MachineRatio second = machines(0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    assertThat(of(first).estimate(first).orElseThrow().interval()).isPresent();
    // both: 1 - 2 × 0.9^10 + 0.8^10 = 41 %
    assertThat(difference(first, second)).contains(new Estimate(0, Optional.empty()));
  }

  @Test
  void comparesMachineByMachine() {
    // the two differ by 0.1 on every machine, however different the machines are
    MachineRatio one = machines(11, 10, 1, 10, 51, 10);
    MachineRatio other = machines(10, 10, 0, 10, 50, 10);

    Estimate difference = difference(one, other).orElseThrow();

    assertThat(difference.value()).isCloseTo(0.1, within(1e-12));
    Interval interval = difference.interval().orElseThrow();
    assertThat(interval.high() - interval.low()).isLessThan(1e-12);
    assertThat(difference.isApartFromZero()).isTrue();
  }

  @Test
  void equalLinesAreNotApart() {
    MachineRatio one = machines(1, 10, 5, 10);

    MachineRatio same = machines(1, 10, 5, 10);
    Estimate difference = difference(one, same).orElseThrow();

    assertThat(difference).isEqualTo(new Estimate(0, Optional.of(new Interval(0, 0))));
    assertThat(difference.isApartFromZero()).isFalse();
  }

  @Test
  void drawsTheSameForTheSameSeed() {
    MachineRatio ratio = machines(1, 3, 4, 5, 9, 2, 6, 5, 3, 5);

    assertThat(values(ratio, 42)).containsExactly(values(ratio, 42));
    assertThat(values(ratio, 42)).isNotEqualTo(values(ratio, 43));
  }

  private static double[] values(MachineRatio ratio, long seed) {
    return new Bootstrap(List.of(ratio), 200, seed).values(ratio);
  }
}
