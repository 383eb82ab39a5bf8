package io.headroom.model.catalog;

import io.headroom.model.machine.Provider;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one region offers: every known type, priced or not, and the rules for custom shapes.
 *
 * @param priceDate day of the prices
 * @param source where types and prices come from
 * @param offerings by name of the type
 * @param customShapes one for each series with custom machine types; empty on EC2
 */
public record RegionCatalog(
    Provider provider,
    String region,
    LocalDate priceDate,
    String source,
    SortedMap<String, Offering> offerings,
    List<CustomShapes> customShapes) {

  /** Copies the collections. */
  public RegionCatalog {
    offerings = Collections.unmodifiableSortedMap(new TreeMap<>(offerings));
    customShapes = List.copyOf(customShapes);
  }

  /** Returns a catalog of the given offerings, whatever order they come in. */
  public static RegionCatalog of(
      Provider provider,
      String region,
      LocalDate priceDate,
      String source,
      Collection<Offering> offerings,
      List<CustomShapes> customShapes) {
    SortedMap<String, Offering> byName = new TreeMap<>();
    offerings.forEach(offering -> byName.put(offering.type().name(), offering));
    return new RegionCatalog(provider, region, priceDate, source, byName, customShapes);
  }

  /** Returns the offering of that name, custom shapes included; nothing if it is not known. */
  public Optional<Offering> find(String instanceType) {
    Offering listed = offerings.get(instanceType);
    return listed != null
        ? Optional.of(listed)
        : customShapes.stream().flatMap(shapes -> shapes.named(instanceType).stream()).findFirst();
  }
}
