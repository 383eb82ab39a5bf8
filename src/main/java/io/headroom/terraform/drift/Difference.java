package io.headroom.terraform.drift;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that places say differently of one machine.
 *
 * @param says what each place says; absent for a place that knows no such machine
 */
public record Difference(String key, Facet facet, Map<Place, Optional<String>> says)
    implements Comparable<Difference> {

  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::key).thenComparing(Difference::facet);

  /** Copies the map. */
  public Difference {
    Map<Place, Optional<String>> copy = new EnumMap<>(Place.class);
    copy.putAll(says);
    says = Collections.unmodifiableMap(copy);
  }

  @Override
  public int compareTo(Difference other) {
    return ORDER.compare(this, other);
  }

  /** Returns what a place says, nothing if it was not asked or knows nothing. */
  public Optional<String> of(Place place) {
    return says.getOrDefault(place, Optional.empty());
  }

  /** Returns the place that differs from two that agree; nothing if there is none. */
  public Optional<Place> odd() {
    if (says.size() < Place.values().length) {
      return Optional.empty();
    }
    Map<Optional<String>, List<Place>> agreeing =
        says.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return agreeing.size() == 2
        ? agreeing.values().stream()
            .filter(places -> places.size() == 1)
            .map(p -> p.get(0))
            .findFirst()
        : Optional.empty();
  }
}
