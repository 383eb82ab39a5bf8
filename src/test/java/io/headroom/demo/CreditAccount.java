package io.headroom.demo;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a burstable EC2 machine makes of the CPU it is asked for, as CloudWatch would show it. One
 * credit is one vCPU for a minute. Source: EC2 User Guide, "Unlimited mode concepts".
 *
 * @param vcpus vCPUs of the type
 * @param perHour credits it earns an hour
 * @param mode what it does without credits
 * @param balance credits it begins with
 */
record CreditAccount(double vcpus, double perHour, CreditMode mode, double balance) {

  private static final double MINUTES = DemoTime.FIVE_MINUTES / 60.0;
  private static final double SLOTS_PER_HOUR = 12;
  private static final double HOURS_OF_EARNING = 24;
  private static final double TENTH = 0.1;

  /** Returns CPU and credits from {@code start} on. */
  List<Series> series(Instant start, double[] wanted) {
    double most = perHour * HOURS_OF_EARNING;
    double earned = perHour / SLOTS_PER_HOUR;
    double net = balance;
    float[] cpu = new float[wanted.length];
    float[] balances = new float[wanted.length];
    float[] surpluses = new float[wanted.length];
    for (int slot = 0; slot < wanted.length; slot++) {
      boolean observed = !Double.isNaN(wanted[slot]);
      double asked = observed ? Math.min(wanted[slot], vcpus) * MINUTES : earned;
      double spent = mode == CreditMode.STANDARD ? Math.min(asked, net + earned) : asked;
      net = Math.max(-most, Math.min(most, net + earned - spent));
      cpu[slot] = value(spent / MINUTES / vcpus * 100, observed);
      balances[slot] = value(Math.max(0, net), observed);
      surpluses[slot] = value(Math.max(0, -net), observed);
    }
    List<Series> series = new ArrayList<>();
    series.add(of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, start, cpu));
    series.add(of(Metric.CPU_CREDIT_BALANCE, SampleUnit.CREDITS, start, balances));
    if (mode == CreditMode.UNLIMITED) {
      series.add(of(Metric.CPU_CREDIT_SURPLUS, SampleUnit.CREDITS, start, surpluses));
    }
    return series;
  }

  private static float value(double amount, boolean observed) {
    return observed ? Recorder.grain(amount, TENTH) : Series.gap();
  }

  private static Series of(Metric metric, SampleUnit unit, Instant start, float[] values) {
    return Series.of(metric, unit, start, DemoTime.FIVE_MINUTES, values);
  }
}
