package io.headroom.model.catalog;

import io.headroom.model.unit.VCpus;
import java.util.function.Function;

/** How a type lets a machine use more CPU for a while than it can sustain. */
public sealed interface Burst {

  /** Returns the vCPUs that can be used for ever. */
  VCpus sustained();

  /** Returns what the function for this case returns. */
  <R> R match(Function<Credits, R> credits, Function<SharedCore, R> sharedCore);

  /**
   * CPU credits of EC2 (T2, T3, T3a, T4g). One credit is one vCPU at 100 % for one minute. Source:
   * EC2 User Guide, "Key concepts for burstable performance instances".
   *
   * @param earnedPerHour credits earned in an hour
   * @param maximum most credits that can be accrued, 24 hours of earning
   * @param atLaunch launch credits in standard mode (T2: 30 for each vCPU), spent first, outside
   *     the maximum; 0 for the others
   * @param keptAtStop whether the balance survives a stop (not on T2)
   * @param surplusPrice price of one vCPU-hour of surplus credits in unlimited mode
   */
  record Credits(
      double earnedPerHour,
      double maximum,
      double atLaunch,
      boolean keptAtStop,
      io.headroom.model.unit.HourlyPrice surplusPrice)
      implements Burst {

    private static final double MINUTES = 60;

    @Override
    public VCpus sustained() {
      return new VCpus(earnedPerHour / MINUTES);
    }

    @Override
    public <R> R match(Function<Credits, R> credits, Function<SharedCore, R> sharedCore) {
      return credits.apply(this);
    }
  }

  /**
   * A shared core of GCE (e2-micro, e2-small, e2-medium, f1-micro, g1-small): bursts last seconds
   * and cost nothing, so only the sustained part counts.
   */
  record SharedCore(VCpus sustained) implements Burst {

    @Override
    public <R> R match(Function<Credits, R> credits, Function<SharedCore, R> sharedCore) {
      return sharedCore.apply(this);
    }
  }
}
