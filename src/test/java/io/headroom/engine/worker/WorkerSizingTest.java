package io.headroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool.CountChange;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.WorkerAdvice;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import io.headroom.testing.Workers;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * The ERPNext box of the worked examples to begin with: 5 gunicorn workers of 150 MiB, MariaDB
 * beside them, a memory peak of 5000 MiB, 1.3 vCPU, of which 0.5 are MariaDB's.
 */
class WorkerSizingTest {

  private static final Mebibytes EIGHT_GIB = new Mebibytes(8192);

  private static Hosts erpnext() {
    return Hosts.host().web(5).service("mariadb").coResident(0.5);
  }

  private static WorkerFit fit(Hosts host, double vcpus, double mib) {
    return Workloads.of(host).fit(vcpus, mib);
  }

  @Test
  void vcpusBoundWhereMemoryDoesNot() {
    // by vCPU floor(2 × (2 − 0.5)) + 1 = 4
    // by memory 5 + floor((8192 ÷ 1.5 − 5000) ÷ 150) = 5 + floor(461.3 ÷ 150) = 8
    // needed min(5, floor(2 × (1.3 − 0.5)) + 1) = 2
    WorkerFit fit = fit(erpnext(), 2, 8192);
    assertThat(fit.holds()).isEqualTo(4);
    assertThat(fit.limitedBy()).isEqualTo(LimitedBy.VCPU);
    assertThat(fit.needed()).isEqualTo(2);
    assertThat(fit.isEnough()).isTrue();
    assertThat(fit.background()).isEmpty();
    assertThat(fit.bufferPool()).isEmpty();
    assertThat(fit(erpnext(), 8, 8192).holds()).isEqualTo(8);
    assertThat(fit(erpnext(), 8, 8192).limitedBy()).isEqualTo(LimitedBy.MEMORY);
  }

  @Test
  void aTypeThatHoldsTooFewIsRefused() {
    // 5 + floor((4096 ÷ 1.5 − 5000) ÷ 75) is below 0
    WorkerFit fit = fit(erpnext(), 2, 4096);
    assertThat(fit.isEnough()).isFalse();
    assertThat(fit.refusal().text()).isEqualTo("holds 0 workers, 2 needed (memory)");
  }

  @Test
  void fewerWorkersFreeOnlyHalfOfTheDefault() {
    // 7275 ÷ 1.5 = 4850: 150 short of 5000, so two fewer at 75 each
    assertThat(fit(erpnext(), 2, 7275).holds()).isEqualTo(3);
    assertThat(fit(erpnext(), 2, 7274).holds()).isEqualTo(2);
  }

  @Test
  void moreWorkersTakeAllOfTheDefault() {
    // 7725 ÷ 1.5 = 5150: room for one more at 150
    assertThat(fit(erpnext(), 8, 7725).holds()).isEqualTo(6);
    assertThat(fit(erpnext(), 8, 7724).holds()).isEqualTo(5);
    assertThat(fit(erpnext(), 8, 7500).holds()).isEqualTo(5);
  }

  @Test
  void withoutWebWorkersThereIsNothingToSize() {
    WorkerSizing sizing = Workloads.of(Hosts.host()).sizing();
    assertThat(sizing.hasWorkers()).isFalse();
    assertThat(sizing.fit(new VCpus(2), EIGHT_GIB)).isEmpty();
    assertThat(sizing.footprint()).isEmpty();
    assertThat(sizing.refutation()).isEmpty();
    // 1.5 × 5000
    assertThat(sizing.requiredOn(EIGHT_GIB)).isEqualTo(new Mebibytes(7500));
    assertThat(sizing.requiredNow()).isEqualTo(new Mebibytes(7500));
    assertThat(sizing.demandWithPools()).isEqualTo(new Mebibytes(5000));
  }

  @Test
  void withoutAMemoryMetricNothingSaysThatOneMoreWouldFit() {
    WorkerFit fit = Workloads.of(erpnext()).withoutDemand().fit(16, 65536);
    assertThat(fit.holds()).isEqualTo(5);
    assertThat(fit.limitedBy()).isEqualTo(LimitedBy.MEMORY);
  }

  // how many are needed

  @Test
  void whatThePolicySaysIsNeeded() {
    WorkerSizing sizing = Workloads.of(erpnext()).needed(5).sizing();
    assertThat(sizing.isNeededDerived()).isFalse();
    assertThat(Workloads.of(erpnext()).needed(5).fit(2, 8192).refusal().text())
        .isEqualTo("holds 4 workers, 5 needed (vcpu)");
  }

  @Test
  void elseTheMeasuredPeakOfBusyWorkersIs() {
    Hosts busy = Hosts.host().web(Workers.busy(9, 7));
    assertThat(Workloads.of(busy).sizing().isNeededDerived()).isFalse();
    assertThat(Workloads.of(busy).fit(8, 32768).needed()).isEqualTo(7);
    assertThat(Workloads.of(busy).bounds(8, 99).fit(8, 32768).needed()).isEqualTo(8);
    assertThat(Workloads.of(busy).needed(3).fit(8, 32768).needed()).isEqualTo(3);
  }

  @Test
  void elseWhatTheRequiredVcpusKeepBusyAndNeverMoreThanThereAre() {
    assertThat(Workloads.of(erpnext()).sizing().isNeededDerived()).isTrue();
    // floor(2 × (1.3 − 0.5)) + 1 = 2
    assertThat(Workloads.of(erpnext()).fit(8, 32768).needed()).isEqualTo(2);
    // floor(2 × 5.5) + 1 = 12, but there are 5
    assertThat(Workloads.of(erpnext()).cpu(6).fit(8, 32768).needed()).isEqualTo(5);
    assertThat(Workloads.of(erpnext()).bounds(3, 99).fit(8, 32768).needed()).isEqualTo(3);
    // services that use more than all of it leave nothing
    assertThat(Workloads.of(erpnext()).cpu(0.3).fit(8, 32768).needed()).isEqualTo(1);
  }

  @Test
  void neverMoreThanTheMaximumIsNeeded() {
    // more than the maximum would never fit anywhere
    Hosts many = Hosts.host().web(33);
    WorkerFit derived = Workloads.of(many).cpu(16).bounds(1, 12).demand(12000).fit(16, 65536);
    assertThat(derived.needed()).isEqualTo(12);
    assertThat(derived.isEnough()).isTrue();
    Hosts busy = Hosts.host().web(Workers.busy(33, 20));
    WorkerFit measured = Workloads.of(busy).bounds(1, 12).demand(12000).fit(16, 65536);
    assertThat(measured.needed()).isEqualTo(12);
    assertThat(measured.limitedBy()).isEqualTo(LimitedBy.MAXIMUM);
  }

  @Test
  void theMinimumRaisesWhatFewVcpusAllow() {
    WorkerFit fit = Workloads.of(erpnext()).bounds(6, 99).fit(2, 16384);
    assertThat(fit.holds()).isEqualTo(6);
    assertThat(fit.limitedBy()).isEqualTo(LimitedBy.MINIMUM);
  }

  // co-resident services

  @Test
  void unmeasuredServicesTakeThePolicysShareOfTheDemand() {
    // 25 % of 2 vCPUs: floor(2 × 1.5) + 1 = 4
    Hosts unmeasured = Hosts.host().web(5).service("mariadb");
    assertThat(Workloads.of(unmeasured).cpu(2).fit(2, 16384).holds()).isEqualTo(4);
    // without services all vCPUs are the workers'
    assertThat(Workloads.of(Hosts.host().web(5)).cpu(2).fit(2, 16384).holds()).isEqualTo(5);
  }

  @Test
  void servicesThatTakeMoreThanATypeHasLeaveOneWorker() {
    assertThat(fit(Hosts.host().web(5).coResident(3), 2, 16384).holds()).isEqualTo(1);
  }

  @Test
  void threadsAnswerSeveralRequestsAtOnce() {
    // 9 requests on 4 vCPUs, 4 at once in each worker
    Hosts threaded = Hosts.host().web(Workers.threaded(3, 4));
    assertThat(fit(threaded, 4, 16384).holds()).isEqualTo(3);
    // needed: ceil((floor(2 × 1.3) + 1) ÷ 4) = 1
    assertThat(fit(threaded, 4, 16384).needed()).isEqualTo(1);
  }

  // the footprint of a worker

  @Test
  void theCountAtThePeakBelongsToThePeak() {
    // 8 at the peak, 5 today: 8 + floor((8192 ÷ 1.5 − 5000) ÷ 150) = 11
    Hosts changed =
        Hosts.host()
            .web(
                Workers.changed(
                    5,
                    new CountChange(Machines.AS_OF.minusSeconds(60), 8),
                    new CountChange(Machines.AS_OF.plusSeconds(60), 5)));
    assertThat(fit(changed, 16, 8192).holds()).isEqualTo(11);
  }

  @Test
  void measuredWorkersCountAsMeasured() {
    Hosts measured = Hosts.host().web(Workers.measured(5, 200, 100));
    // 5 + floor(461.3 ÷ 200) = 7; 5 − ceil(150 ÷ 100) = 3
    assertThat(fit(measured, 16, 8192).holds()).isEqualTo(7);
    assertThat(fit(measured, 16, 7275).holds()).isEqualTo(3);
    assertThat(Workloads.of(measured).sizing().footprint())
        .contains("per worker 200 MiB, measured on the host");
    assertThat(Workloads.of(erpnext()).sizing().footprint())
        .contains("per worker 150 MiB, the policy's default");
  }

  @Test
  void aClaimThatExceedsThePeakIsRefuted() {
    // 33 × 150 = 4950 of 1200 MiB: 1200 ÷ 33 = 36.4 each
    Workloads claimed = Workloads.of(Hosts.host().web(33)).demand(1200);
    assertThat(claimed.sizing().refutation())
        .contains(
            "per-worker memory refuted: 33 workers of 150 MiB would take 4.8 GiB, more than the 1.2"
                + " GiB there was at the peak; 36.4 MiB each");
    // fixed is 0: 33 + floor((2048 ÷ 1.5 − 1200) ÷ 36.36) = 33 + floor(165.3 ÷ 36.36) = 37
    assertThat(claimed.fit(32, 2048).holds()).isEqualTo(37);
    // 33 − ceil((1200 − 1024 ÷ 1.5) ÷ 36.36) = 33 − ceil(14.2) = 18
    assertThat(claimed.fit(32, 1024).holds()).isEqualTo(18);
  }

  @Test
  void aClaimThatFillsThePeakExactlyStands() {
    assertThat(Workloads.of(Hosts.host().web(8)).demand(1200).sizing().refutation()).isEmpty();
    assertThat(Workloads.of(Hosts.host().web(8)).demand(1199).sizing().refutation()).isPresent();
  }

  @Test
  void nothingIsRefutedByAPeakThatWasNotObserved() {
    assertThat(Workloads.of(erpnext()).withoutDemand().sizing().refutation()).isEmpty();
  }

  @Test
  void noWorkersAtThePeakTakeNothing() {
    // 0 + floor((8192 ÷ 1.5 − 5000) ÷ 150) = 3
    assertThat(fit(Hosts.host().web(0), 8, 8192).holds()).isEqualTo(3);
  }

  @Test
  void aPeakOfNothingRefutesAllOfTheClaim() {
    // workers that take nothing fit anywhere
    assertThat(Workloads.of(Hosts.host().web(5)).demand(0).fit(4, 512).holds()).isEqualTo(9);
  }

  // memory with workers

  @Test
  void requiredMemoryIsThatOfTheNeededWorkers() {
    WorkerSizing sizing = Workloads.of(erpnext()).sizing();
    // 2 instead of 5: 1.5 × (5000 − 3 × 75) = 7162.5
    assertThat(sizing.requiredOn(EIGHT_GIB)).isEqualTo(new Mebibytes(7162.5));
    assertThat(sizing.requiredNow()).isEqualTo(new Mebibytes(7500));
    // 8 instead of 5: 1.5 × (5000 + 3 × 150) = 8175
    assertThat(Workloads.of(erpnext()).needed(8).sizing().requiredOn(EIGHT_GIB))
        .isEqualTo(new Mebibytes(8175));
  }

  @Test
  void exactlyTheMemoryForNineWorkersHoldsNine() {
    for (int workers = 1; workers < 40; workers++) {
      WorkerSizing sizing =
          Workloads.of(Hosts.host().web(5)).demand(2345.678).needed(workers).sizing();
      Mebibytes exact = sizing.requiredOn(new Mebibytes(65536));
      WorkerFit fit = sizing.fit(new VCpus(64), new Mebibytes(exact.value() + 0.001)).orElseThrow();
      assertThat(fit.isEnough()).as("%d workers in %s", workers, exact.value()).isTrue();
    }
  }

  @Test
  void demandOnATypeIsThatOfItsWorkers() {
    WorkerSizing sizing = Workloads.of(erpnext()).sizing();
    // 4 instead of 5: 5000 − 75
    assertThat(sizing.demandOn(EIGHT_GIB, sizing.fit(new VCpus(2), EIGHT_GIB)))
        .isEqualTo(new Mebibytes(4925));
    assertThat(sizing.demandOn(EIGHT_GIB, Optional.empty())).isEqualTo(new Mebibytes(5000));
  }

  // pools

  @Test
  void aConfiguredPoolCountsInFullAndGetsNoHeadroom() {
    // 2000 of the 5000 are the pool: 2000 + 1.5 × 3000
    WorkerSizing warm = Workloads.of(Hosts.host().bufferPool(2000)).sizing();
    assertThat(warm.requiredNow()).isEqualTo(new Mebibytes(6500));
    assertThat(warm.demandWithPools()).isEqualTo(new Mebibytes(5000));
  }

  @Test
  void aColdPoolCountsAsConfigured() {
    MemoryPool cold =
        new MemoryPool(
            "mariadb",
            new Mebibytes(4000),
            Optional.of(new Mebibytes(1000)),
            MemoryPool.Kind.FIXED);
    // 4000 + 1.5 × (5000 − 1000); without headroom 4000 + 4000
    WorkerSizing sizing = Workloads.of(Hosts.host().pool(cold)).sizing();
    assertThat(sizing.requiredNow()).isEqualTo(new Mebibytes(10000));
    assertThat(sizing.demandWithPools()).isEqualTo(new Mebibytes(8000));
    // what was in use of it stays in use
    assertThat(sizing.demandOn(new Mebibytes(16384), Optional.empty()))
        .isEqualTo(new Mebibytes(5000));
  }

  @Test
  void aBufferPoolShrinksWithTheMachine() {
    WorkerSizing sizing = Workloads.of(Hosts.host().bufferPool(4000)).sizing();
    // on half of the memory 2000 + 1.5 × 1000
    assertThat(sizing.requiredOn(new Mebibytes(4096))).isEqualTo(new Mebibytes(3500));
    assertThat(sizing.demandOn(new Mebibytes(4096), Optional.empty()))
        .isEqualTo(new Mebibytes(3000));
    assertThat(fit(Hosts.host().web(5).bufferPool(4000), 2, 4096).bufferPool())
        .contains(new Mebibytes(2000));
  }

  // background workers

  private static Hosts withBackground() {
    return Hosts.host().web(5).background(10);
  }

  @Test
  void backgroundWorkersStayWhereMemoryAllows() {
    WorkerFit fit = fit(withBackground(), 2, 8192);
    assertThat(fit.background()).hasValue(10);
    assertThat(fit.holds()).isEqualTo(5);
  }

  @Test
  void whereMemoryIsScarceTheyGetAtMostTheirShare() {
    // needed 3: floor(2 × 1.3) + 1. 6600 ÷ 1.5 = 4400, 600 short: 5 − 8 web workers at 75 with all
    // background workers. Their share: 40 % of (−600 + 5 × 75 + 10 × 40 = 175) = 70, not even one
    // of 80, so 1. That frees 9 × 40 = 360: 240 short, 5 − ceil(240 ÷ 75) = 1
    WorkerFit scarce = fit(withBackground(), 2, 6600);
    assertThat(scarce.background()).hasValue(1);
    assertThat(scarce.holds()).isEqualTo(1);
    assertThat(scarce.isEnough()).isFalse();
    // 7050 ÷ 1.5 = 4700, 300 short: with all 5 − 4 = 1 web worker. Share: 40 % of 475 = 190, so 2;
    // frees 320, 20 to spare: 5 web workers
    WorkerFit enough = fit(withBackground(), 2, 7050);
    assertThat(enough.background()).hasValue(2);
    assertThat(enough.holds()).isEqualTo(5);
  }

  @Test
  void neverMoreBackgroundWorkersThanNow() {
    // 7080 ÷ 1.5 = 4720, 280 short; 2 of them now: share 40 % of (−280 + 375 + 80 = 175) = 70
    WorkerFit fit = fit(Hosts.host().web(5).background(2), 2, 7080);
    assertThat(fit.background()).hasValue(1);
    // 5 − ceil((280 − 40) ÷ 75) = 1
    assertThat(fit.holds()).isEqualTo(1);
  }

  @Test
  void withoutBackgroundWorkersNoneAreShared() {
    assertThat(fit(Hosts.host().web(5).background(0), 2, 4096).background()).hasValue(0);
  }

  @Test
  void claimsOfBothKindsAreRefutedTogether() {
    // 5 × 150 + 10 × 80 = 1550 of 775: half of each claim
    Workloads claimed = Workloads.of(withBackground()).demand(775);
    assertThat(claimed.sizing().refutation()).isPresent();
    // one more web worker takes 75: 775 + 75 = 850 in 1275 ÷ 1.5
    assertThat(claimed.fit(8, 1275).holds()).isEqualTo(6);
    assertThat(claimed.fit(8, 1274).holds()).isEqualTo(5);
  }

  @Test
  void requiredMemoryWithFewerWorkersCountsScarceBackgroundWorkers() {
    // needed 3 of 5: on 8192 at most 40 % of (461.3 + 375 + 400 = 1236.3) = 494.5, which are 6
    WorkerSizing sizing = Workloads.of(withBackground()).sizing();
    // 1.5 × (5000 − 2 × 75 − 4 × 40)
    assertThat(sizing.requiredOn(EIGHT_GIB)).isEqualTo(new Mebibytes(7035));
  }

  // advice

  @Test
  void adviceSaysWhatToRun() {
    WorkerSizing sizing = Workloads.of(withBackground().bufferPool(2000)).sizing();
    WorkerFit fit = sizing.fit(new VCpus(2), EIGHT_GIB).orElseThrow();
    assertThat(sizing.advice(fit))
        .isEqualTo(
            new WorkerAdvice(
                OptionalInt.of(5),
                5,
                LimitedBy.VCPU,
                3,
                OptionalInt.of(10),
                OptionalInt.of(10),
                Optional.of(new Mebibytes(2000)),
                new Mebibytes(150)));
    assertThat(sizing.unchanged(fit).recommended()).isEqualTo(5);
    assertThat(sizing.unchanged(fit).limitedBy()).isEqualTo(LimitedBy.UNCHANGED);
  }

  @Test
  void adviceWithoutBackgroundWorkersIsSilentOnThem() {
    WorkerSizing sizing = Workloads.of(erpnext()).sizing();
    WorkerAdvice advice = sizing.advice(sizing.fit(new VCpus(2), EIGHT_GIB).orElseThrow());
    assertThat(advice.backgroundCurrent()).isEmpty();
    assertThat(advice.backgroundRecommended()).isEmpty();
    assertThat(advice.bufferPool()).isEmpty();
    assertThat(advice.recommended()).isEqualTo(4);
  }
}
