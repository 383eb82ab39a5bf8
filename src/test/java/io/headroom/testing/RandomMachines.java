package io.headroom.testing;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.machine.Virtualization;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Machines of which any fact may be known or not, with any text and any number in it. */
public final class RandomMachines {

  private static final Instant EPOCH = Instant.parse("2026-05-01T00:00:00Z");
  private static final List<String> TEXTS =
      List.of(
          "plain", "a,b", "\"q\"", "ünïcode \ud83d\ude80", "=1+1", "\u001b[2J", "a;b", " x ", "#");

  private final Random random;

  /** Starts a sequence of machines. */
  public RandomMachines(Random random) {
    this.random = random;
  }

  /** Returns a machine with samples. */
  public Observation observation(String id) {
    return new Observation(instance(id), observations());
  }

  /** Returns a machine. */
  public Instance instance(String id) {
    Placement placement =
        new Placement(oneOf(Provider.values()), text(), "eu-west-1", maybe(() -> "eu-west-1b"));
    InstanceBuilder builder =
        Instance.builder(id, placement, types())
            .name(text())
            .tags(Map.of(text(), text(), "env", text()))
            .state(oneOf(InstanceState.values()))
            .stopped(stopped())
            .hardware(random.nextBoolean() ? HardwareFacts.UNKNOWN : hardware())
            .host(random.nextBoolean() ? HostProfile.UNKNOWN : host());
    maybe(() -> EPOCH.plusMillis(random.nextInt())).ifPresent(builder::launched);
    maybe(() -> oneOf(Lifecycle.values())).ifPresent(builder::lifecycle);
    maybe(() -> oneOf(CreditMode.values())).ifPresent(builder::creditMode);
    maybe(() -> oneOf(Platform.values())).ifPresent(builder::platform);
    maybe(() -> new Manager(oneOf(Manager.Kind.values()), text())).ifPresent(builder::manager);
    maybe(() -> Duration.ofSeconds(1 + random.nextInt(300))).ifPresent(builder::samplingPeriod);
    maybe(() -> oneOf(MemoryMeasure.values())).ifPresent(builder::memoryMeasure);
    return builder.build();
  }

  /** Returns up to three series for some metrics, each beginning where the one before ended. */
  public Observations observations() {
    List<Series> series = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Instant start = EPOCH.plusSeconds(random.nextInt(100_000));
      for (int i = random.nextInt(4); i > 0; i--) {
        Series one = series(metric, start);
        series.add(one);
        start = Instant.ofEpochSecond(one.endEpochSecond() + random.nextInt(2) * 600L);
      }
    }
    return Observations.of(series);
  }

  private Series series(Metric metric, Instant start) {
    SampleUnit unit = metric.units().get(random.nextInt(metric.units().size()));
    float[] values = new float[2 + random.nextInt(40)];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = random.nextInt(5) == 0 ? Series.gap() : value(unit.largest());
    }
    return Series.adopting(metric, unit, start, 1 + random.nextInt(3600), values);
  }

  private float value(float most) {
    float any =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(101);
          case 1 -> random.nextInt(1_000_000) / 10_000f;
          case 2 -> Float.intBitsToFloat(random.nextInt(0x7F80_0000));
          default -> random.nextBoolean() ? 0f : -0f;
        };
    return any <= most ? any : most;
  }

  private TypeHistory types() {
    if (random.nextBoolean()) {
      return TypeHistory.assumed("m5.large");
    }
    return new TypeHistory(
        "m5.large",
        List.of(
            new TypeChange(EPOCH, "m5.xlarge", random.nextBoolean()),
            new TypeChange(EPOCH.plusSeconds(3600), "m5.large", random.nextBoolean())));
  }

  private List<TimeRange> stopped() {
    return random.nextBoolean()
        ? List.of()
        : List.of(
            TimeRange.startingAt(EPOCH, Duration.ofHours(3)),
            TimeRange.startingAt(EPOCH.plusSeconds(86_400), Duration.ofHours(1)));
  }

  private HardwareFacts hardware() {
    return new HardwareFacts(
        maybe(() -> oneOf(Architecture.values())),
        maybe(() -> oneOf(Virtualization.values())),
        maybe(random::nextBoolean),
        maybe(() -> oneOf(BootMode.values())),
        maybe(
            () ->
                random.nextBoolean()
                    ? List.of()
                    : List.of(new AttachedDisk("gp3", /* local= */ false))),
        maybeInt(0),
        maybe(() -> oneOf(PublicAddress.values())),
        maybe(() -> "Intel Ice Lake"));
  }

  private HostProfile host() {
    return new HostProfile(
        maybe(() -> "frappe-bench"),
        maybe(this::workers),
        maybe(this::workers),
        maybe(() -> new VCpus(random.nextDouble() * 4)),
        new TreeSet<>(random.nextBoolean() ? List.of() : List.of("redis", "mariadb")),
        random.nextBoolean() ? List.of() : List.of(pool()));
  }

  private WorkerPool workers() {
    return new WorkerPool(
        random.nextInt(20),
        maybe(this::memory),
        maybe(this::memory),
        maybeInt(1),
        maybeInt(0),
        random.nextBoolean() ? List.of() : List.of(new WorkerPool.CountChange(EPOCH, 3)));
  }

  private MemoryPool pool() {
    return new MemoryPool(
        "mariadb", memory(), maybe(this::memory), oneOf(MemoryPool.Kind.values()));
  }

  private Mebibytes memory() {
    return new Mebibytes(random.nextBoolean() ? random.nextInt(65_536) : random.nextDouble() * 500);
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
  }

  private OptionalInt maybeInt(int least) {
    return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(least + random.nextInt(10));
  }

  private <E> E oneOf(E[] values) {
    return values[random.nextInt(values.length)];
  }
}
