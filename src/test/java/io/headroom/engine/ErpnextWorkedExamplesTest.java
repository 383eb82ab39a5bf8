package io.headroom.engine;

import static io.headroom.testing.Judged.recommended;
import static io.headroom.testing.Judged.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.LimitedBy;
import io.headroom.model.verdict.NoticeKind;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import io.headroom.testing.Hosts;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import org.junit.jupiter.api.Test;

/** ERPNext on an m5.large (2 vCPUs, 8192 MiB), workers and machine sized together. */
class ErpnextWorkedExamplesTest {

  /** Five workers of 150 MiB, MariaDB beside them. */
  private static final HostProfile FIVE =
      Hosts.host().web(5).coResident(0.5).service("mariadb").build();

  private static Judged erpnext(HostProfile host) {
    return Judged.of(
            Machines.ec2("m5.large").host(host).memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE))
        .cpu(1.3);
  }

  @Test
  void sameSizeOfANewerGenerationHoldsFourWorkers() {
    // fixed 5000 − 5 × 150 = 4250; by memory (8192 ÷ 1.5 − 4250) ÷ 150 = 8.07, by vCPU
    // floor(2 × 1.5) + 1 = 4; needed min(5, floor(2 × 0.8) + 1) = 2
    Verdict verdict = erpnext(FIVE).memory(5000).verdict();
    assertThat(recommended(verdict)).isEqualTo("m6a.large 63.07");
    WorkerAdvice workers = verdict.workers().orElseThrow();
    assertThat(workers.recommended()).isEqualTo(4);
    assertThat(workers.limitedBy()).isEqualTo(LimitedBy.VCPU);
    assertThat(workers.needed()).isEqualTo(2);
    assertThat(workers.current()).hasValue(5);
    // (4096 ÷ 1.5 − 4250) ÷ 150 is below 0
    assertThat(refusals(verdict)).containsEntry("c5.large", "holds 0 workers, 2 needed (memory)");
  }

  @Test
  void fiveThatAreConfiguredNeedMoreVcpus() {
    Verdict verdict =
        erpnext(FIVE).memory(5000).policy(Policies.peakPlusHalf().needed(5)).verdict();
    assertThat(verdict.finding()).isEqualTo(Finding.UNDER_PROVISIONED);
    assertThat(verdict.reasons()).containsExactly(FindingReason.WORKERS_DO_NOT_FIT);
    // 0.153
    assertThat(recommended(verdict)).isEqualTo("c6a.xlarge 111.69");
    assertThat(refusals(verdict))
        .containsEntry("r7a.large", "holds 4 workers, 5 needed (vcpu)")
        .containsEntry("m6a.large", "holds 4 workers, 5 needed (vcpu)")
        .containsEntry("m5.large", "holds 4 workers, 5 needed (vcpu)");
  }

  @Test
  void aClaimThatThePeakRefutesIsScaledAndSaidSo() {
    // 33 × 150 = 4950 MiB never fitted into 1200: 1200 ÷ 33 = 36.36 each, nothing fixed
    Verdict verdict = erpnext(Hosts.host().web(33).build()).memory(1200).verdict();
    assertThat(verdict.workers().map(WorkerAdvice::perWorker)).contains(new Mebibytes(1200.0 / 33));
    assertThat(verdict.notices())
        .filteredOn(notice -> notice.kind() == NoticeKind.PER_WORKER_REFUTED)
        .extracting(notice -> notice.text())
        .containsExactly(
            "per-worker memory refuted: 33 workers of 150 MiB would take 4.8 GiB, more than the"
                + " 1.2 GiB there was at the peak; 36.4 MiB each");
  }
}
