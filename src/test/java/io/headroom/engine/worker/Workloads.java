package io.headroom.engine.worker;

import io.headroom.model.policy.WorkerRule;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes workloads: 5000 MiB and 1.3 vCPU of an m5.large under the default policy to begin with. */
final class Workloads {

  private final Hosts host;
  private Optional<Mebibytes> demand = Optional.of(new Mebibytes(5000));
  private double cpu = 1.3;
  private int minimum = 1;
  private int maximum = 999;
  private OptionalInt needed = OptionalInt.empty();

  private Workloads(Hosts host) {
    this.host = host;
  }

  static Workloads of(Hosts host) {
    return new Workloads(host);
  }

  Workloads demand(double mib) {
    demand = Optional.of(new Mebibytes(mib));
    return this;
  }

  Workloads withoutDemand() {
    demand = Optional.empty();
    return this;
  }

  Workloads cpu(double vcpus) {
    cpu = vcpus;
    return this;
  }

  Workloads bounds(int least, int most) {
    minimum = least;
    maximum = most;
    return this;
  }

  Workloads needed(int count) {
    needed = OptionalInt.of(count);
    return this;
  }

  WorkerSizing sizing() {
    return new WorkerSizing(
        new Workload(
            host.build(),
            new WorkerRule(
                new Mebibytes(150),
                new Mebibytes(80),
                Share.ofPercent(25),
                Share.ofPercent(40),
                minimum,
                maximum,
                needed),
            Headroom.ofPercent(50),
            demand,
            demand.map(found -> Machines.AS_OF),
            new Mebibytes(8192),
            new VCpus(cpu),
            new VCpus(cpu)));
  }

  /** Returns the workers of a type with that many vCPUs and MiB. */
  WorkerFit fit(double vcpus, double mib) {
    return sizing().fit(new VCpus(vcpus), new Mebibytes(mib)).orElseThrow();
  }
}
