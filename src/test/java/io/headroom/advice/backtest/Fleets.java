package io.headroom.advice.backtest;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two machines over 28 days, small enough to calculate everything by hand. */
final class Fleets {

  static final Policy POLICY = Policies.peakPlusHalf().build();

  /** Four weeks, cut in the middle: 14 days before, 14 days after. */
  static final int DAYS = 28;

  private static final Duration BEFORE_CUT = Duration.ofDays(20);
  private static final Duration AFTER_CUT = Duration.ofDays(5);

  private Fleets() {}

  static Instance instance(String id, String type) {
    return Instance.builder(
            id,
            new Placement(Provider.AWS, "123456789012", "us-east-1", Optional.empty()),
            TypeHistory.assumed(type))
        .build();
  }

  /**
   * An m5.xlarge (4 vCPU, 16 GiB, 0.192 USD) that needs 1.4 vCPU and 5 GiB at most before the cut,
   * and 3 vCPU in ten slots after it.
   */
  static Observation shrinking() {
    return Machines.observed(
        instance("i-a", "m5.xlarge"),
        Samples.cpuVcpus(DAYS).flat(0.5).at(BEFORE_CUT, 1.4).from(AFTER_CUT, 10, 3).series(),
        Samples.memoryMib(DAYS).flat(5120).series());
  }

  /**
   * An m6a.large (2 vCPU, 8 GiB, 0.0864 USD) that fits before the cut, and holds 9,000 MiB in five
   * slots after it.
   */
  static Observation leaking() {
    return Machines.observed(
        instance("i-b", "m6a.large"),
        Samples.cpuVcpus(DAYS).flat(0.5).at(BEFORE_CUT, 1.4).series(),
        Samples.memoryMib(DAYS).flat(5120).from(AFTER_CUT, 5, 9000).series());
  }

  static BacktestPlan plan(CutRule cuts, SampleSeries played) {
    return new BacktestPlan(
        cuts,
        List.of(Contender.of(POLICY), Contender.capped(POLICY)),
        "peak-plus-half-capped",
        POLICY,
        played,
        MachineHalf.BOTH,
        /* resamples= */ 200,
        /* seed= */ 1);
  }

  static BacktestPlan plan() {
    return plan(
        CutRule.of(Duration.ofDays(14), Duration.ofDays(14), CutRule.Repetition.ONCE),
        SampleSeries.MEAN);
  }
}
