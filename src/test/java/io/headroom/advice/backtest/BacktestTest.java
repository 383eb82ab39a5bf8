package io.headroom.advice.backtest;

import static io.headroom.advice.backtest.Fleets.instance;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalogs;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.verdict.Finding;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final Duration HALF = Duration.ofDays(14);
  private static final CutRule ROLLING =
      CutRule.of(Duration.ofDays(14), Duration.ofDays(7), CutRule.Repetition.ROLLING);

  private static MachineTrial trial(Observation machine) {
    return trial(machine, Fleets.plan());
  }

  private static MachineTrial trial(Observation machine, BacktestPlan plan) {
    return new Backtest(plan, Catalogs.bundled()).trial(machine);
  }

  private static CutTrial only(MachineTrial trial) {
    assertThat(trial.cuts()).hasSize(1);
    return trial.cuts().get(0);
  }

  @Test
  void judgesOnTheRestWhatWasRecommendedFromTheFirstPart() {
    CutTrial cut = only(trial(Fleets.shrinking()));
    Taken taken = cut.contenders().get(0);

    assertThat(cut.cut().at()).isEqualTo(Machines.AS_OF.minus(HALF));
    assertThat(taken.finding()).contains(Finding.OVER_PROVISIONED);
    // worked example 1 of the engine: 1.4 vCPU and 7680 MiB are an m6a.large
    assertThat(taken.instanceType()).isEqualTo("m6a.large");
    // 0.0864 × 730
    assertThat(taken.price().amount()).isEqualByComparingTo(new BigDecimal("63.072"));
    // ten of 14 × 288 slots ask for 3 of 2 vCPUs
    assertThat(taken.fared().cpuSlots()).isEqualTo(4032);
    assertThat(taken.fared().cpuSlotsOver()).isEqualTo(10);
    // ten slots bring 1 vCPU × 300 s each too much; 3000 vCPU-s on 2 vCPUs wait 25 minutes
    assertThat(taken.fared().queue().delays().worst()).isEqualTo(Duration.ofMinutes(25));
    assertThat(taken.fared().isMemoryShort()).isFalse();
  }

  @Test
  void playsThePresentSizeToo() {
    Taken present = only(trial(Fleets.shrinking())).present();

    assertThat(present.line()).isEqualTo(BacktestPlan.PRESENT);
    assertThat(present.instanceType()).isEqualTo("m5.xlarge");
    // 0.192 × 730
    assertThat(present.price().amount()).isEqualByComparingTo(new BigDecimal("140.16"));
    assertThat(present.finding()).isEmpty();
    assertThat(present.fared().isCpuShort()).isFalse();
  }

  @Test
  void clairvoyantTakesTheCheapestThatIsNeverShort() {
    Taken best = only(trial(Fleets.shrinking())).clairvoyant().orElseThrow();

    // 3 vCPU and 5 GiB: c6a.xlarge with 4 vCPU and 8 GiB at 0.153
    assertThat(best.instanceType()).isEqualTo("c6a.xlarge");
    assertThat(best.price().amount()).isEqualByComparingTo(new BigDecimal("111.69"));
    assertThat(best.fared().isCpuShort()).isFalse();
    assertThat(best.fared().isMemoryShort()).isFalse();
  }

  @Test
  void holdsMemoryAgainstTheSizeAsItWasRecorded() {
    CutTrial cut = only(trial(Fleets.leaking()));

    assertThat(cut.contenders().get(0).instanceType()).isEqualTo("m6a.large");
    assertThat(cut.present().fared().memory().orElseThrow().slotsOver()).isEqualTo(5);
    assertThat(cut.present().fared().memory().orElseThrow().events()).isEqualTo(1);
    // 9000 MiB: r5a.large with 16 GiB at 0.113 × 730
    assertThat(cut.clairvoyant().orElseThrow().instanceType()).isEqualTo("r5a.large");
  }

  @Test
  void neverLooksBeyondTheCut() {
    Samples quiet = Samples.cpuVcpus(Fleets.DAYS).flat(0.5).at(Duration.ofDays(20), 1.4);
    Samples busy =
        Samples.cpuVcpus(Fleets.DAYS)
            .flat(0.5)
            .at(Duration.ofDays(20), 1.4)
            .from(HALF, 14 * 288, 4);
    Samples small = Samples.memoryMib(Fleets.DAYS).flat(5120);
    Samples large = Samples.memoryMib(Fleets.DAYS).flat(5120).from(HALF, 14 * 288, 16000);
    Instance machine = instance("i-a", "m5.xlarge");

    List<Taken> before =
        only(trial(Machines.observed(machine, quiet.series(), small.series()))).contenders();
    List<Taken> after =
        only(trial(Machines.observed(machine, busy.series(), large.series()))).contenders();

    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).instanceType()).isEqualTo(before.get(i).instanceType());
      assertThat(after.get(i).finding()).isEqualTo(before.get(i).finding());
      assertThat(after.get(i).reasons()).isEqualTo(before.get(i).reasons());
      assertThat(after.get(i).fared()).isNotEqualTo(before.get(i).fared());
    }
  }

  @Test
  void startsFromTheTypeInForceAtTheCut() {
    TypeHistory types =
        new TypeHistory(
            "m6a.large",
            List.of(
                new TypeChange(
                    Machines.AS_OF.minus(Duration.ofDays(40)),
                    "m5.xlarge",
                    /* madeByHeadroom= */ false),
                new TypeChange(
                    Machines.AS_OF.minus(Duration.ofDays(3)),
                    "m6a.large",
                    /* madeByHeadroom= */ true)));
    Instance resized =
        Instance.builder(
                "i-a", new Placement(Provider.AWS, "1", "us-east-1", Optional.empty()), types)
            .state(InstanceState.STOPPED)
            .build();

    CutTrial cut = only(trial(new Observation(resized, Fleets.shrinking().observations())));

    assertThat(cut.present().instanceType()).isEqualTo("m5.xlarge");
    assertThat(cut.contenders().get(0).finding()).contains(Finding.OVER_PROVISIONED);
  }

  @Test
  void rollsOverTheRecord() {
    MachineTrial trial = trial(Fleets.shrinking(), Fleets.plan(ROLLING, SampleSeries.MEAN));

    assertThat(trial.cuts())
        .extracting(cut -> cut.cut().at())
        .containsExactly(
            Machines.AS_OF.minus(Duration.ofDays(14)), Machines.AS_OF.minus(Duration.ofDays(7)));
    // the spike is five days before the end: only in the test part of the last cut
    assertThat(trial.cuts())
        .extracting(cut -> cut.contenders().get(0).fared().cpuSlotsOver())
        .containsExactly(0L, 10L);
  }

  @Test
  void playsMaximaIfAsked() {
    Observation machine =
        Machines.observed(
            instance("i-a", "m5.xlarge"),
            Samples.cpuVcpus(Fleets.DAYS).flat(0.5).at(Duration.ofDays(20), 1.4).series(),
            Samples.of(Metric.CPU_UTILIZATION_MAX, SampleUnit.VCPUS, Fleets.DAYS)
                .flat(1)
                .from(Duration.ofDays(5), 7, 2.5)
                .series(),
            Samples.memoryMib(Fleets.DAYS).flat(5120).series());

    CutTrial cut = only(trial(machine, Fleets.plan(Fleets.plan().cuts(), SampleSeries.MAXIMUM)));

    assertThat(cut.contenders().get(0).fared().cpuSlotsOver()).isEqualTo(7);
    assertThat(only(trial(machine)).contenders().get(0).fared().cpuSlotsOver()).isZero();
  }

  @Test
  void countsCpuAboveAllOfTheMachineAsOver() {
    Observation boosting =
        Machines.observed(
            instance("i-a", "m6a.large"),
            Samples.cpuPercent(Fleets.DAYS)
                .flat(40)
                .from(Duration.ofDays(5), 3, 182)
                .from(Duration.ofDays(4), 3, 100)
                .series());

    Fared fared = only(trial(boosting)).present().fared();

    assertThat(fared.cpuSlotsOver()).isEqualTo(3);
    // all of it is busy in six slots, and while 3 × 300 s × 1.64 vCPU are worked off
    assertThat(fared.queue().saturatedSlots()).isGreaterThanOrEqualTo(6);
    assertThat(fared.memory()).isEmpty();
  }

  @Test
  void keepsMemoryForTheClairvoyantIfNoneWasRecorded() {
    Observation machine =
        Machines.observed(
            instance("i-a", "m5.xlarge"), Samples.cpuVcpus(Fleets.DAYS).flat(0.5).series());

    // nothing is known of 16 GiB: the cheapest with as much is an r5a.large
    assertThat(only(trial(machine)).clairvoyant().orElseThrow().instanceType())
        .isEqualTo("r5a.large");
  }

  @Test
  void leavesOutWhatCannotBeJudged() {
    Samples week = Samples.cpuVcpus(7).flat(1);
    Samples gaps = Samples.cpuVcpus(Fleets.DAYS).flat(1).gap(HALF, 8 * 288);
    Samples cpu = Samples.cpuVcpus(Fleets.DAYS).flat(1);

    assertThat(leftOut(instance("i-a", "m5.large"), week)).contains(LeftOut.TOO_SHORT);
    assertThat(leftOut(instance("i-a", "m5.large"), gaps)).contains(LeftOut.GAPS);
    assertThat(leftOut(instance("i-a", "m5.large"), Samples.memoryMib(Fleets.DAYS).flat(1)))
        .contains(LeftOut.NO_CPU);
    assertThat(leftOut(instance("i-a", "m5.tiny"), cpu)).contains(LeftOut.UNKNOWN_TYPE);
    assertThat(
            leftOut(
                Instance.builder(
                        "i-a",
                        new Placement(Provider.AWS, "1", "mars-1", Optional.empty()),
                        TypeHistory.assumed("m5.large"))
                    .build(),
                cpu))
        .contains(LeftOut.UNKNOWN_REGION);
  }

  private static Optional<LeftOut> leftOut(Instance machine, Samples samples) {
    return trial(Machines.observed(machine, samples.series())).leftOut();
  }
}
