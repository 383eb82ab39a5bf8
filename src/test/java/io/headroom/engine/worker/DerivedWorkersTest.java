package io.headroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.policy.WorkerRule;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DerivedWorkersTest {

  @Test
  void neverAsksForMoreThanTheMaximum() {
    // 33 workers on 16 busy vCPUs: floor(2 × 16) + 1 = 33, but the policy allows 12
    WorkerFit fit = sizing(33, 16, 12).fit(new VCpus(16), new Mebibytes(65536)).orElseThrow();

    assertThat(fit.needed()).isEqualTo(12);
    assertThat(fit.holds()).isEqualTo(12);
    assertThat(fit.isEnough()).isTrue();
  }

  @Test
  void asksForTheWorkersThereAreBelowTheMaximum() {
    assertThat(sizing(5, 16, 12).fit(new VCpus(16), new Mebibytes(65536)).orElseThrow().needed())
        .isEqualTo(5);
  }

  private static WorkerSizing sizing(int now, double vcpus, int maximum) {
    return new WorkerSizing(
        new Workload(
            new HostProfile(
                Optional.empty(),
                Optional.of(WorkerPool.of(now)),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                List.of()),
            new WorkerRule(
                new Mebibytes(150),
                new Mebibytes(80),
                Share.ofPercent(25),
                Share.ofPercent(40),
                1,
                maximum,
                OptionalInt.empty()),
            Headroom.ofPercent(50),
            Optional.of(new Mebibytes(12000)),
            Optional.empty(),
            new Mebibytes(65536),
            new VCpus(vcpus),
            new VCpus(vcpus)));
  }
}
