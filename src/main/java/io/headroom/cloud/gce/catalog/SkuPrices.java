package io.headroom.cloud.gce.catalog;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * On-demand prices of the SKUs that machine types are made of, by region and by what the SKU's
 * description says before its place. The description is the only link from a SKU to a series, so it
 * must be the same word for word: "N2 Instance Ram" is not "N2 Custom Extended Instance Ram", and
 * what is not known is not taken. Not for several threads while it is filled.
 */
final class SkuPrices {

  /** {@code N2 Instance Core running in Americas}, {@code SSD backed Local Storage in London}. */
  private static final Pattern PLACE = Pattern.compile("( running)? in .*$");

  /** C2's SKUs have another name in regions that got it later. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "Compute optimized Instance Core", "Compute optimized Core",
          "Compute optimized Instance Ram", "Compute optimized Ram");

  private final Map<String, Map<String, UnitPrice>> byRegion = new TreeMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  /** Takes a SKU that is sold on demand; one that nobody asks for costs nothing. */
  void add(String description, Iterable<String> regions, UnitPrice price) {
    String said = PLACE.matcher(description).replaceFirst("");
    String name = ELSEWHERE.getOrDefault(said, said);
    if (!SeriesPricing.isPart(name)) {
      return;
    }
    for (String region : regions) {
      UnitPrice before =
          byRegion.computeIfAbsent(region, key -> new TreeMap<>()).putIfAbsent(name, price);
      if (before != null && !before.equals(price)) {
        ambiguous.add(region + "/" + name);
      }
    }
  }

  /** Returns the price of a part in a region; nothing if there is none, or more than one. */
  Optional<UnitPrice> find(String region, String part) {
    return ambiguous.contains(region + "/" + part)
        ? Optional.empty()
        : Optional.ofNullable(byRegion.getOrDefault(region, Map.of()).get(part));
  }

  /** Whether nothing was taken. */
  boolean isEmpty() {
    return byRegion.isEmpty();
  }
}
