package io.headroom.model.machine;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what is known of a machine; what is not set stays unknown. Use it once. */
public final class InstanceBuilder {

  private final String id;
  private final Placement placement;
  private TypeHistory type;
  private String name = "";
  private SortedMap<String, String> tags = new TreeMap<>();
  private InstanceState state = InstanceState.RUNNING;
  private List<TimeRange> stopped = List.of();
  private Optional<Instant> launched = Optional.empty();
  private Optional<Lifecycle> lifecycle = Optional.empty();
  private Optional<CreditMode> creditMode = Optional.empty();
  private Optional<Platform> platform = Optional.empty();
  private Optional<Manager> manager = Optional.empty();
  private Optional<Duration> samplingPeriod = Optional.empty();
  private Optional<MemoryMeasure> memoryMeasure = Optional.empty();
  private HardwareFacts hardware = HardwareFacts.UNKNOWN;
  private HostProfile host = HostProfile.UNKNOWN;

  InstanceBuilder(String id, Placement placement, TypeHistory type) {
    this.id = id;
    this.placement = placement;
    this.type = type;
  }

  static InstanceBuilder of(Instance known) {
    InstanceBuilder builder = new InstanceBuilder(known.id(), known.placement(), known.type());
    builder.name = known.name();
    builder.tags = known.tags();
    builder.state = known.state();
    builder.stopped = known.stopped();
    builder.launched = known.launched();
    builder.lifecycle = known.lifecycle();
    builder.creditMode = known.creditMode();
    builder.platform = known.platform();
    builder.manager = known.manager();
    builder.samplingPeriod = known.samplingPeriod();
    builder.memoryMeasure = known.memoryMeasure();
    builder.hardware = known.hardware();
    builder.host = known.host();
    return builder;
  }

  /** Sets which types were in force when. */
  public InstanceBuilder type(TypeHistory value) {
    type = value;
    return this;
  }

  /** Sets the name. */
  public InstanceBuilder name(String value) {
    name = value;
    return this;
  }

  /** Sets all tags. */
  public InstanceBuilder tags(Map<String, String> value) {
    tags = new TreeMap<>(value);
    return this;
  }

  /** Sets the state. */
  public InstanceBuilder state(InstanceState value) {
    state = value;
    return this;
  }

  /** Sets when it is known to have been stopped. */
  public InstanceBuilder stopped(List<TimeRange> value) {
    stopped = value;
    return this;
  }

  /** Sets when it was launched. */
  public InstanceBuilder launched(Instant value) {
    launched = Optional.of(value);
    return this;
  }

  /** Sets how it is bought. */
  public InstanceBuilder lifecycle(Lifecycle value) {
    lifecycle = Optional.of(value);
    return this;
  }

  /** Sets its credit mode. */
  public InstanceBuilder creditMode(CreditMode value) {
    creditMode = Optional.of(value);
    return this;
  }

  /** Sets its operating system as billed. */
  public InstanceBuilder platform(Platform value) {
    platform = Optional.of(value);
    return this;
  }

  /** Sets what manages it. */
  public InstanceBuilder manager(Manager value) {
    manager = Optional.of(value);
    return this;
  }

  /** Sets how often its CPU is sampled. */
  public InstanceBuilder samplingPeriod(Duration value) {
    samplingPeriod = Optional.of(value);
    return this;
  }

  /** Sets what its memory metric counts. */
  public InstanceBuilder memoryMeasure(MemoryMeasure value) {
    memoryMeasure = Optional.of(value);
    return this;
  }

  /** Sets its hardware facts. */
  public InstanceBuilder hardware(HardwareFacts value) {
    hardware = value;
    return this;
  }

  /** Sets its host profile. */
  public InstanceBuilder host(HostProfile value) {
    host = value;
    return this;
  }

  /**
   * Returns the machine.
   *
   * @throws IllegalArgumentException as {@link Instance} does
   */
  public Instance build() {
    return new Instance(
        id,
        name,
        placement,
        tags,
        type,
        state,
        stopped,
        launched,
        lifecycle,
        creditMode,
        platform,
        manager,
        samplingPeriod,
        memoryMeasure,
        hardware,
        host);
  }
}
