package io.headroom.recording.inventory;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceBuilder;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.util.List;

/** Reads a machine from its JSON object. */
final class InstanceReader {

  private static final int SECONDS_OF_A_DAY = 86_400;
  private static final Shape<Provider> PROVIDER = Shape.oneOf(Provider.values(), Provider::id);
  private static final Shape<InstanceState> STATE =
      Shape.oneOf(InstanceState.values(), InstanceState::id);
  private static final Shape<Lifecycle> LIFECYCLE = Shape.oneOf(Lifecycle.values(), Lifecycle::id);
  private static final Shape<CreditMode> CREDIT_MODE =
      Shape.oneOf(CreditMode.values(), CreditMode::id);
  private static final Shape<Platform> PLATFORM = Shape.oneOf(Platform.values(), Platform::id);
  private static final Shape<MemoryMeasure> MEMORY_MEASURE =
      Shape.oneOf(MemoryMeasure.values(), MemoryMeasure::id);
  private static final Shape<Manager.Kind> MANAGER_KIND =
      Shape.oneOf(Manager.Kind.values(), Manager.Kind::id);

  private InstanceReader() {}

  /**
   * Returns the machine.
   *
   * @throws FieldFault if a property is not what it should be
   * @throws IllegalArgumentException if properties contradict each other
   */
  static Instance read(FieldReader fields) {
    InstanceBuilder builder =
        Instance.builder(fields.required("id", Shape.NAME), placement(fields), type(fields))
            .name(fields.optional("name", Shape.TEXT).orElse(""))
            .tags(fields.texts("tags"))
            .stopped(fields.objects("stopped", InstanceReader::range).orElse(List.of()))
            .hardware(HardwareReader.read(fields));
    fields.optional("state", STATE).ifPresent(builder::state);
    fields.optional("launched_at", Shape.TIME).ifPresent(builder::launched);
    fields.optional("lifecycle", LIFECYCLE).ifPresent(builder::lifecycle);
    fields.optional("credit_mode", CREDIT_MODE).ifPresent(builder::creditMode);
    fields.optional("platform", PLATFORM).ifPresent(builder::platform);
    fields.object("managed_by", InstanceReader::manager).ifPresent(builder::manager);
    fields
        .optional("sampling_seconds", Shape.wholeNumber(1, SECONDS_OF_A_DAY))
        .ifPresent(seconds -> builder.samplingPeriod(Duration.ofSeconds(seconds)));
    fields.optional("memory_measure", MEMORY_MEASURE).ifPresent(builder::memoryMeasure);
    fields.object("host_profile", HostProfileReader::read).ifPresent(builder::host);
    return builder.build();
  }

  private static Placement placement(FieldReader fields) {
    return new Placement(
        fields.required("provider", PROVIDER),
        fields.optional("account", Shape.TEXT).orElse(""),
        fields.required("region", Shape.NAME),
        fields.optional("zone", Shape.NAME));
  }

  private static TypeHistory type(FieldReader fields) {
    return new TypeHistory(
        fields.required("instance_type", Shape.NAME),
        fields.objects("type_history", InstanceReader::change).orElse(List.of()));
  }

  private static TypeChange change(FieldReader fields) {
    return new TypeChange(
        fields.required("from", Shape.TIME),
        fields.required("instance_type", Shape.NAME),
        fields.optional("made_by_headroom", Shape.FLAG).orElse(false));
  }

  private static TimeRange range(FieldReader fields) {
    return new TimeRange(fields.required("from", Shape.TIME), fields.required("until", Shape.TIME));
  }

  private static Manager manager(FieldReader fields) {
    return new Manager(
        fields.required("kind", MANAGER_KIND), fields.optional("name", Shape.TEXT).orElse(""));
  }
}
