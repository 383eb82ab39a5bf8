package io.headroom.oracle;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.catalog.Trait;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.policy.Policy;
import io.headroom.model.series.Observations;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Machines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Machines of the bundled regions under any policy, as people have them and as they should not. */
public final class Cases {

  private static final Catalogs CATALOGS = Catalogs.bundled();
  private static final int DAYS_AT_MOST = 45;

  private final Random random;
  private final RegionCatalog region;
  private final InstanceType present;

  private Cases(Random random) {
    this.random = random;
    List<SnapshotRegion> regions = CATALOGS.regions();
    SnapshotRegion chosen = regions.get(random.nextInt(regions.size()));
    region = CATALOGS.region(chosen.provider(), chosen.region());
    present = ordinary(Optional.empty()).orElseThrow();
  }

  /** Returns the bundled catalog of a region. */
  public static RegionCatalog region(io.headroom.model.machine.Provider provider, String name) {
    return CATALOGS.region(provider, name);
  }

  /** Returns the machine and policy of that seed. */
  public static Question of(Random random) {
    Cases cases = new Cases(random);
    Policy policy = new RandomPolicies(random).policy();
    return new Question(cases.machine(), policy, cases.region, Machines.AS_OF);
  }

  /** Returns the machine of that seed under {@code policy}. */
  public static Question of(Random random, Policy policy) {
    Cases cases = new Cases(random);
    return new Question(cases.machine(), policy, cases.region, Machines.AS_OF);
  }

  /** Returns a type of at most 16 vCPUs, as software for {@code other} runs on it. */
  private Optional<InstanceType> ordinary(Optional<InstanceType> other) {
    boolean burst = random.nextInt(8) == 0;
    List<InstanceType> types =
        region.offerings().values().stream()
            .filter(offering -> offering.price().isPresent())
            .map(Offering::type)
            .filter(type -> type.vcpus().value() <= 16 && type.burst().isPresent() == burst)
            .filter(type -> !type.traits().contains(Trait.BARE_METAL))
            .filter(type -> !type.traits().contains(Trait.ACCELERATOR))
            .filter(
                type -> other.isEmpty() || other.get().architectures().equals(type.architectures()))
            .toList();
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(types.get(random.nextInt(types.size())));
  }

  private Observation machine() {
    RandomSamples samples = new RandomSamples(random, present, days());
    Observations observations = Observations.of(samples.all());
    return new Observation(instance(), observations);
  }

  private int days() {
    int[] usual = {1, 3, 10, 14, 20, 36, 42, DAYS_AT_MOST};
    return random.nextBoolean() ? DAYS_AT_MOST : usual[random.nextInt(usual.length)];
  }

  private Instance instance() {
    Placement placement =
        new Placement(region.provider(), "an-account", region.region(), Optional.empty());
    InstanceBuilder builder =
        Instance.builder("i-" + random.nextInt(1_000_000), placement, types())
            .host(
                random.nextInt(3) == 0
                    ? new RandomHosts(random, present).host()
                    : RandomHosts.NONE);
    if (random.nextInt(5) == 0) {
      builder.launched(ago(60));
    }
    if (random.nextInt(6) == 0) {
      builder.stopped(stopped());
    }
    if (random.nextBoolean()) {
      MemoryMeasure[] measures = MemoryMeasure.values();
      builder.memoryMeasure(measures[random.nextInt(measures.length)]);
    }
    if (random.nextInt(4) == 0) {
      builder.creditMode(random.nextBoolean() ? CreditMode.STANDARD : CreditMode.UNLIMITED);
    }
    if (random.nextInt(40) == 0) {
      builder.tags(Map.of("headroom:exclude", random.nextBoolean() ? "true" : "false"));
    }
    if (random.nextInt(3) == 0) {
      builder.samplingPeriod(Duration.ofSeconds(60));
    }
    return builder.build();
  }

  private Instant ago(int days) {
    return Machines.AS_OF.minusSeconds(300L * random.nextInt(days * 288));
  }

  private TypeHistory types() {
    if (random.nextInt(5) != 0) {
      return TypeHistory.assumed(present.name());
    }
    String before = ordinary(Optional.of(present)).orElse(present).name();
    Instant changed = ago(random.nextBoolean() ? 9 : 40);
    return new TypeHistory(
        present.name(),
        List.of(
            new TypeChange(
                Machines.AS_OF.minus(Duration.ofDays(200)), before, /* madeByHeadroom= */ false),
            new TypeChange(changed, present.name(), random.nextBoolean())));
  }

  private List<TimeRange> stopped() {
    List<TimeRange> ranges = new ArrayList<>();
    int hours = 1 + random.nextInt(16);
    Instant start = Machines.AS_OF.minus(Duration.ofDays(41)).plusSeconds(random.nextInt(3600));
    for (int day = random.nextInt(40); day < 41; day += 1 + random.nextInt(3)) {
      ranges.add(TimeRange.startingAt(start.plus(Duration.ofDays(day)), Duration.ofHours(hours)));
    }
    return ranges;
  }
}
