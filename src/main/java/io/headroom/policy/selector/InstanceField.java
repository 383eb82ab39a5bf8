package io.headroom.policy.selector;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.WorkerPool;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a selector may ask of {@code instance}. A fact that is not known is absent, not empty:
 * {@code has(instance.zone)} asks whether it is there.
 */
enum InstanceField {
  PROVIDER("provider", Kind.TEXT, instance -> Optional.of(instance.provider().id())),
  ACCOUNT("account", Kind.TEXT, instance -> Optional.of(instance.placement().account())),
  REGION("region", Kind.TEXT, instance -> Optional.of(instance.placement().region())),
  ZONE("zone", Kind.TEXT, instance -> instance.placement().zone()),
  ID("id", Kind.TEXT, instance -> Optional.of(instance.id())),
  NAME("name", Kind.TEXT, instance -> Optional.of(instance.name())),
  TAGS("tags", Kind.TEXT_BY_KEY, instance -> Optional.of(instance.tags())),
  TYPE("type", Kind.TEXT, instance -> Optional.of(instance.type().present())),
  FAMILY(
      "family",
      Kind.TEXT,
      instance -> Optional.of(InstanceField.family(instance.type().present()))),
  STATE("state", Kind.TEXT, instance -> Optional.of(instance.state().id())),
  LIFECYCLE("lifecycle", Kind.TEXT, instance -> instance.lifecycle().map(Lifecycle::id)),
  PLATFORM("platform", Kind.TEXT, instance -> instance.platform().map(Platform::id)),
  ARCHITECTURE(
      "architecture",
      Kind.TEXT,
      instance -> instance.hardware().architecture().map(Architecture::id)),
  CREDIT_MODE("credit_mode", Kind.TEXT, instance -> instance.creditMode().map(CreditMode::id)),
  MANAGER(
      "manager",
      Kind.TEXT,
      instance ->
          instance.manager().map(manager -> manager.kind().name().toLowerCase(Locale.ROOT))),
  RECIPE("recipe", Kind.TEXT, instance -> instance.host().recipe()),
  SERVICES(
      "services", Kind.TEXTS, instance -> Optional.of(List.copyOf(instance.host().services()))),
  WORKERS(
      "workers",
      Kind.WHOLE_NUMBER,
      instance -> instance.host().web().map(WorkerPool::count).map(Integer::longValue));

  /** What kind of value a field has. */
  enum Kind {
    TEXT,
    TEXTS,
    TEXT_BY_KEY,
    WHOLE_NUMBER
  }

  private final String id;
  private final Kind kind;

  // none of the functions has a state
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Instance, Optional<?>> value;

  InstanceField(String id, Kind kind, Function<Instance, Optional<?>> value) {
    this.id = id;
    this.kind = kind;
    this.value = value;
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  static Optional<InstanceField> ofId(String id) {
    return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
  }

  /** Returns the names of all fields, sorted. */
  static List<String> ids() {
    return Arrays.stream(values()).map(InstanceField::id).sorted().toList();
  }

  /** Returns what is known of an instance, by field. */
  static Map<String, Object> valuesOf(Instance instance) {
    Map<String, Object> known = new TreeMap<>();
    for (InstanceField field : values()) {
      field.value.apply(instance).ifPresent(value -> known.put(field.id, value));
    }
    return known;
  }

  /** The part of a type's name before the size; N1's custom types do not name their series. */
  private static String family(String type) {
    int dot = type.indexOf('.');
    int end = dot >= 0 ? dot : type.indexOf('-');
    String family = end < 0 ? type : type.substring(0, end);
    return family.equals("custom") ? "n1" : family;
  }
}
