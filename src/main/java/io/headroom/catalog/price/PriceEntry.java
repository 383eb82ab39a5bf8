package io.headroom.catalog.price;

import io.headroom.document.MappingNode;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An entry of a price file.
 *
 * @param surplus price of a vCPU-hour of surplus CPU credits, if it gives one
 * @param source where it stands in the file, for problems
 */
record PriceEntry(
    Provider provider,
    String region,
    Platform platform,
    Scope scope,
    OwnPrice price,
    Optional<BigDecimal> surplus,
    MappingNode source) {

  /** Whether it is about that region. */
  boolean isOf(Provider otherProvider, String otherRegion) {
    return provider == otherProvider && region.equals(otherRegion);
  }

  /** Returns the entry in one line, to compare entries that are about the same thing. */
  String target() {
    return provider.id()
        + " "
        + region
        + " "
        + platform.id()
        + " "
        + scope.instanceType().or(scope::family).orElse("");
  }
}
