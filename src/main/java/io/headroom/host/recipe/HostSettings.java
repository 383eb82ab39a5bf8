package io.headroom.host.recipe;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Numbers of a host, wanted or found. A number that is not there is not wanted, or not known.
 *
 * @param values in the order of the settings
 */
public record HostSettings(SortedMap<HostSetting, Integer> values) {

  /** No number at all. */
  public static final HostSettings NONE = new HostSettings(new TreeMap<>());

  /** Copies the values. */
  public HostSettings {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Returns one number. */
  public static HostSettings of(HostSetting setting, int value) {
    return NONE.with(setting, value);
  }

  /** Returns these numbers and another one, or another value of one of them. */
  public HostSettings with(HostSetting setting, int value) {
    Map<HostSetting, Integer> changed = new EnumMap<>(HostSetting.class);
    changed.putAll(values);
    changed.put(setting, value);
    return new HostSettings(new TreeMap<>(changed));
  }

  /** Returns these numbers and another one, if it is known. */
  public HostSettings with(HostSetting setting, OptionalInt value) {
    return value.isPresent() ? with(setting, value.getAsInt()) : this;
  }

  /** Returns these numbers and the other ones, which win. */
  public HostSettings with(HostSettings others) {
    HostSettings both = this;
    for (Map.Entry<HostSetting, Integer> other : others.values().entrySet()) {
      both = both.with(other.getKey(), other.getValue());
    }
    return both;
  }

  /** Returns a number, if it is there. */
  public OptionalInt get(HostSetting setting) {
    Integer value = values.get(setting);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Returns the numbers of those settings alone. */
  public HostSettings only(Collection<HostSetting> settings) {
    return new HostSettings(
        values.entrySet().stream()
            .filter(entry -> settings.contains(entry.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
  }

  /** Whether there is no number. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * Returns these numbers as what is wanted of a host.
   *
   * @throws IllegalArgumentException if one is below 1 or above what is ever set
   */
  public HostSettings checked() {
    values.forEach(
        (setting, value) -> {
          if (value < 1 || value > setting.most()) {
            throw new IllegalArgumentException(
                "Invalid " + setting.id() + ": " + value + "; expected 1 to " + setting.most());
          }
        });
    return this;
  }

  /** Returns the numbers for people: {@code web_workers 9, background_workers 2}. */
  @Override
  public String toString() {
    return values.isEmpty()
        ? "nothing"
        : values.entrySet().stream()
            .map(entry -> entry.getKey().id() + " " + entry.getKey().text(entry.getValue()))
            .collect(Collectors.joining(", "));
  }
}
