package io.headroom.engine.verdict;

import static io.headroom.engine.verdict.SmallFleet.ago;
import static io.headroom.engine.verdict.SmallFleet.judged;
import static io.headroom.testing.Judged.recommended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.model.machine.WorkerPool;
import io.headroom.model.policy.Growth;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import io.headroom.testing.Hosts;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Workers;
import org.junit.jupiter.api.Test;

/** What a verdict says of workers. */
class WorkerVerdictTest {

  @Test
  void workersOfTheRecommendedTypeAreAdvised() {
    WorkerAdvice advice =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build()))
            .cpu(1)
            .memory(4000)
            .verdict()
            .workers()
            .orElseThrow();
    // m5.large: floor(2 × 2) + 1 = 5
    assertThat(advice.recommended()).isEqualTo(5);
    assertThat(advice.limitedBy()).isEqualTo(LimitedBy.VCPU);
  }

  @Test
  void workersOfTheTypeThatStaysAreAdvised() {
    WorkerAdvice advice =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build()))
            .cpu(3)
            .memory(9000)
            .verdict()
            .workers()
            .orElseThrow();
    // floor(2 × 4) + 1
    assertThat(advice.recommended()).isEqualTo(9);
  }

  @Test
  void workersThatDoNotFitOnATypeThatStaysAreLeftAsTheyAre() {
    // growth on pressure only: 1.5 × 15000 is no reason, and the peak fits, but the arithmetic of
    // headroom leaves no room for the workers there are
    WorkerAdvice advice =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build()))
            .cpu(3)
            .memory(15_000)
            .policy(Policies.peakPlusHalf().growth(Growth.ON_PRESSURE))
            .verdict()
            .workers()
            .orElseThrow();
    assertThat(advice.recommended()).isEqualTo(5);
    assertThat(advice.limitedBy()).isEqualTo(LimitedBy.UNCHANGED);
  }

  @Test
  void workersThatSomebodyAskedForMustFitThePresentType() {
    Judged machine =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(5).build())).cpu(1).memory(4000);
    // four vCPUs keep nine busy
    assertThat(machine.policy(Policies.peakPlusHalf().needed(9)).verdict().finding())
        .isNotEqualTo(Finding.UNDER_PROVISIONED);
    Verdict ten = machine.policy(Policies.peakPlusHalf().needed(10)).verdict();
    assertThat(ten.reasons()).containsExactly(FindingReason.WORKERS_DO_NOT_FIT);
    assertThat(recommended(ten)).isEqualTo("m5.2xlarge 292.00");
    Verdict busy =
        judged(Machines.ec2("m5.xlarge").host(Hosts.host().web(Workers.busy(12, 10)).build()))
            .cpu(1)
            .memory(4000)
            .verdict();
    assertThat(busy.reasons()).containsExactly(FindingReason.WORKERS_DO_NOT_FIT);
  }

  @Test
  void theWorkersOfThePeakBelongToIt() {
    // ten ran at the peak of four days ago, five since yesterday: 5 × 75 MiB are free again
    Judged machine =
        judged(
                Machines.ec2("m5.xlarge")
                    .host(
                        Hosts.host()
                            .web(
                                Workers.changed(
                                    5,
                                    new WorkerPool.CountChange(ago(100), 10),
                                    new WorkerPool.CountChange(ago(1), 5)))
                            .build()))
            .cpu(2)
            .memory(5700);
    Verdict verdict = machine.verdict();
    // 1.5 × (5700 − 5 × 75) = 7987.5 of 8192; 1.5 × 5700 would be 8550
    assertThat(recommended(verdict)).isEqualTo("m5.large 73.00");
    assertThat(verdict.workers().orElseThrow().recommended()).isEqualTo(5);
    assertThat(verdict.options().get(0).projected().memoryPeak().orElseThrow().fraction())
        .isCloseTo(5325.0 / 8192, within(1e-6));
  }
}
