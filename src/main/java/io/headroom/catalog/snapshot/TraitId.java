package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.Trait;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names of traits in files. A custom shape is none of the types that a file lists. */
final class TraitId {

  private static final Map<String, Trait> TRAITS =
      Collections.unmodifiableMap(
          Set.of(Trait.values()).stream()
              .filter(trait -> trait != Trait.CUSTOM)
              .collect(
                  Collectors.toMap(
                      TraitId::of, trait -> trait, (one, other) -> one, TreeMap::new)));

  private TraitId() {}

  static String of(Trait trait) {
    return trait.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the trait of that name, or nothing. */
  static Optional<Trait> traitOf(String id) {
    return Optional.ofNullable(TRAITS.get(id));
  }

  /** Returns all names, for messages. */
  static String all() {
    return String.join(", ", TRAITS.keySet());
  }
}
