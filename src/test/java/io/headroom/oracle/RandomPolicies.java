package io.headroom.oracle;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.policy.WorkerRule;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Percentile;
import io.headroom.model.unit.Share;
import io.headroom.testing.Policies;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Random;

/** Policies: every second is the default, the others are like the shipped ones and mixtures. */
final class RandomPolicies {

  private final Random random;

  RandomPolicies(Random random) {
    this.random = random;
  }

  Policy policy() {
    Policies policies = Policies.peakPlusHalf();
    if (random.nextBoolean()) {
      return policies.build();
    }
    if (random.nextBoolean()) {
      policies.cpu(statistic(), series(), headroom());
      policies.memory(statistic(), SampleSeries.MEAN, headroom());
    }
    if (random.nextInt(3) == 0) {
      policies.growth(Growth.ON_PRESSURE);
    }
    if (random.nextInt(3) == 0) {
      policies.burstable(random.nextBoolean() ? CreditMode.STANDARD : CreditMode.UNLIMITED);
    }
    if (random.nextInt(3) == 0) {
      policies.series("e2", "n2d", "n1");
    }
    if (random.nextInt(5) == 0) {
      policies.withoutCustomShapes();
    }
    if (random.nextInt(3) == 0) {
      policies.workers(workers());
    }
    if (random.nextInt(3) == 0) {
      policies.history(history());
    }
    if (random.nextInt(4) == 0) {
      policies.unlimited();
    }
    if (random.nextInt(3) == 0) {
      StepLimit[] steps = StepLimit.values();
      policies.step(steps[random.nextInt(steps.length)]);
    }
    return policies.build();
  }

  private Statistic statistic() {
    return switch (random.nextInt(4)) {
      case 0 -> new Statistic.OfPercentile(new Percentile(99.5));
      case 1 -> new Statistic.OfPercentile(new Percentile(90 + random.nextInt(10)));
      case 2 -> new Statistic.DailyPeak(1 + random.nextInt(4));
      default -> new Statistic.Peak();
    };
  }

  private SampleSeries series() {
    return random.nextInt(3) == 0 ? SampleSeries.MAXIMUM : SampleSeries.MEAN;
  }

  private Headroom headroom() {
    return Headroom.ofPercent(25.0 * random.nextInt(4));
  }

  private HistoryRule history() {
    return new HistoryRule(
        Duration.ofDays(random.nextBoolean() ? 14 : 42),
        Duration.ofHours(30),
        Duration.ofDays(random.nextBoolean() ? 7 : 14),
        random.nextBoolean() ? Duration.ZERO : Duration.ofDays(35),
        Share.ofPercent(random.nextBoolean() ? 50 : 80));
  }

  private WorkerRule workers() {
    int minimum = 1 + random.nextInt(3);
    int maximum = minimum + random.nextInt(12);
    return new WorkerRule(
        new Mebibytes(100 + random.nextInt(100)),
        new Mebibytes(80),
        Share.ofPercent(25),
        Share.ofPercent(40),
        minimum,
        maximum,
        random.nextInt(3) == 0
            ? OptionalInt.of(minimum + random.nextInt(maximum - minimum + 1))
            : OptionalInt.empty());
  }
}
