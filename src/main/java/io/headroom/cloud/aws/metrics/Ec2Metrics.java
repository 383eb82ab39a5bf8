package io.headroom.cloud.aws.metrics;

import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What EC2 itself reports of an instance. Source: EC2 user guide, CloudWatch metrics that are
 * available for instances.
 */
final class Ec2Metrics {

  private static final String NAMESPACE = "AWS/EC2";
  private static final Pattern BURSTABLE = Pattern.compile("t[0-9].*");

  private Ec2Metrics() {}

  /** Returns how each metric is made; credits for burstable types alone. */
  static Map<Metric, Recipe> of(Instance machine) {
    Map<Metric, Recipe> recipes = new EnumMap<>(Metric.class);
    NativeSeries cpu = series(machine, "CPUUtilization");
    recipes.put(Metric.CPU_UTILIZATION_AVG, Recipe.of(cpu.as("Average"), SampleUnit.PERCENT));
    recipes.put(Metric.CPU_UTILIZATION_MAX, Recipe.of(cpu.as("Maximum"), SampleUnit.PERCENT));
    if (BURSTABLE.matcher(machine.type().present()).matches()) {
      addCredits(machine, recipes);
    }
    recipes.put(Metric.NETWORK_IN, rate(machine, SampleUnit.BYTES_PER_SECOND, "NetworkIn"));
    recipes.put(Metric.NETWORK_OUT, rate(machine, SampleUnit.BYTES_PER_SECOND, "NetworkOut"));
    recipes.put(
        Metric.DISK_THROUGHPUT,
        rate(machine, SampleUnit.BYTES_PER_SECOND, "EBSReadBytes", "EBSWriteBytes"));
    recipes.put(
        Metric.DISK_IOPS, rate(machine, SampleUnit.PER_SECOND, "EBSReadOps", "EBSWriteOps"));
    recipes.put(
        Metric.DISK_BURST_BALANCE,
        new Recipe(
            List.of(
                series(machine, "EBSByteBalance%").as("Minimum"),
                series(machine, "EBSIOBalance%").as("Minimum")),
            Combination.SMALLEST,
            SampleUnit.PERCENT));
    return recipes;
  }

  /** In slots longer than five minutes a balance is the lowest: an hour's mean hides throttling. */
  private static void addCredits(Instance machine, Map<Metric, Recipe> recipes) {
    recipes.put(
        Metric.CPU_CREDIT_BALANCE,
        Recipe.of(series(machine, "CPUCreditBalance").as("Minimum"), SampleUnit.CREDITS));
    recipes.put(
        Metric.CPU_CREDIT_SURPLUS,
        Recipe.of(series(machine, "CPUSurplusCreditBalance").as("Maximum"), SampleUnit.CREDITS));
  }

  /** Each sample is the amount since the one before, so their sum is that of the slot. */
  private static Recipe rate(Instance machine, SampleUnit unit, String... names) {
    return new Recipe(
        java.util.Arrays.stream(names).map(name -> series(machine, name).as("Sum")).toList(),
        Combination.RATE,
        unit);
  }

  private static NativeSeries series(Instance machine, String name) {
    return NativeSeries.ofInstance(NAMESPACE, name, machine.id());
  }
}
