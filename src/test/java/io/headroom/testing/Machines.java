package io.headroom.testing;

import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes machines. */
public final class Machines {

  /** End of every fixture's samples: a Monday, 20 days after a month end. */
  public static final Instant AS_OF = Instant.parse("2026-07-20T00:00:00Z");

  private Machines() {}

  public static InstanceBuilder ec2(String instanceType) {
    return ec2(instanceType, "us-east-1");
  }

  public static InstanceBuilder ec2(String instanceType, String region) {
    return Instance.builder(
        "i-0123456789abcdef0",
        new Placement(Provider.AWS, "123456789012", region, Optional.of(region + "a")),
        TypeHistory.assumed(instanceType));
  }

  public static InstanceBuilder gce(String machineType) {
    return Instance.builder(
        "4567890123456789012",
        new Placement(Provider.GCE, "acme-prod", "us-central1", Optional.of("us-central1-a")),
        TypeHistory.assumed(machineType));
  }

  /** Hardware of which nothing but these disks is known. */
  public static HardwareFacts disks(AttachedDisk... disks) {
    return new HardwareFacts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.of(disks)),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static Observation observed(Instance instance, Series... series) {
    return new Observation(instance, Observations.of(Arrays.asList(series)));
  }

  public static Observation observed(InstanceBuilder instance, Samples... samples) {
    return observed(
        instance.build(), Arrays.stream(samples).map(Samples::series).toArray(Series[]::new));
  }
}
