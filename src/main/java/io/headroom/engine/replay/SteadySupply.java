package io.headroom.engine.replay;

import io.headroom.model.unit.VCpus;

/** vCPUs that can be used for ever. */
final class SteadySupply implements CpuSupply {

  private final double vcpus;

  SteadySupply(VCpus vcpus) {
    this.vcpus = vcpus.value();
  }

  @Override
  public double serve(long start, int seconds, double work) {
    return Math.min(work, vcpus * seconds);
  }

  @Override
  public double serveInGap(long seconds) {
    return vcpus * seconds;
  }

  @Override
  public double delay(double backlog) {
    return backlog / vcpus;
  }
}
