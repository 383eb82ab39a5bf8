package io.headroom.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.engine.SizingEngine;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Regions;
import io.headroom.testing.Samples;
import io.headroom.testing.Seeds;
import io.headroom.testing.Types;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The replay gives what a slow and simple one gives. */
class ReplayReferenceTest {

  private static final int CASES = 15;
  private static final Duration WINDOW = Duration.ofDays(42);

  private static Samples demand(Random random) {
    double[] level = {random.nextDouble()};
    return Samples.cpuVcpus(3 + random.nextInt(3))
        .each(
            slot -> {
              if (random.nextInt(60) == 0) {
                level[0] = (random.nextInt(3) == 0 ? 4 : 1) * random.nextDouble();
              }
              // steps of 1/16 vCPU are exact in every precision
              return random.nextInt(30) == 0
                  ? Series.gap()
                  : Math.rint(16 * level[0] * (0.5 + random.nextDouble())) / 16;
            });
  }

  private static void assertSame(Samples samples, InstanceType type, ReferenceReplay reference) {
    QueueOutcome played =
        SizingEngine.replay(
                Machines.observed(
                    Machines.ec2("m5.2xlarge").creditMode(CreditMode.STANDARD), samples),
                Policies.peakPlusHalf().build(),
                Regions.ec2(),
                TimeRange.endingAt(Machines.AS_OF, WINDOW))
            .orElseThrow()
            .play(type)
            .cpu()
            .orElseThrow();
    Series series = samples.series();
    for (int slot = 0; slot < series.slots(); slot++) {
      if (series.observed(slot)) {
        reference.slot(series.slotStart(slot), series.stepSeconds(), series.value(slot));
      }
    }
    assertThat(seconds(played.delays().worst())).isCloseTo(reference.worst(), within(0.001));
    assertThat(seconds(played.delays().p95())).isCloseTo(reference.p95(), within(0.001));
    assertThat(seconds(played.delays().left())).isCloseTo(reference.left(), within(0.001));
    assertThat(played.lateShare().fraction()).isCloseTo(reference.lateShare(), within(1e-9));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  @Test
  void onSteadyVcpus() {
    Seeds.forEach(
        CASES,
        random -> {
          double vcpus = (1 + random.nextInt(48)) / 16.0;
          assertSame(
              demand(random),
              Types.ec2("m5.any", vcpus, 8192).type(),
              new ReferenceReplay(vcpus, 0));
        });
  }

  @Test
  void onCreditsInStandardMode() {
    Seeds.forEach(
        CASES,
        random -> {
          double perHour = 6 * (1 + random.nextInt(12));
          assertSame(
              demand(random),
              Types.ec2("t3.any", 2, 8192).credits(perHour, 24 * perHour, 0).type(),
              new ReferenceReplay(2, perHour));
        });
  }
}
