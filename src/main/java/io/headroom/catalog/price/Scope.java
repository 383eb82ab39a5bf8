package io.headroom.catalog.price;

import io.headroom.model.catalog.InstanceType;
import java.util.Optional;

/**
 * What in a region an entry is about: one type, one family, or all of it.
 *
 * @param instanceType the type, if it is about one
 * @param family the family, if it is about one
 */
record Scope(Optional<String> instanceType, Optional<String> family) {

  /** All of a region. */
  static final Scope REGION = new Scope(Optional.empty(), Optional.empty());

  static Scope ofType(String name) {
    return new Scope(Optional.of(name), Optional.empty());
  }

  static Scope ofFamily(String name) {
    return new Scope(Optional.empty(), Optional.of(name));
  }

  /** Whether that type is in it. */
  boolean covers(InstanceType type) {
    return instanceType.map(type.name()::equals).orElse(true)
        && family.map(type.family()::equals).orElse(true);
  }
}
