package io.headroom.cloud.gce.catalog;

import io.headroom.model.catalog.SustainedUse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which SKUs a series is charged by: a vCPU and a GiB of each part are added up. Source: the
 * descriptions of the Cloud Billing Catalog as collected in Cyclenerd's gcosts (2026-07) and
 * Karpenter for GCP (2026-08); the sums were compared with the prices of all types of three regions
 * of 2026-08-03. Series that are not here (those with accelerators, Z3 with its larger disks, X4)
 * are not priced.
 *
 * @param cores SKUs of a vCPU; M2 pays a premium on top of M1
 * @param memory SKUs of a GiB of memory
 * @param localDisk SKU of a GiB of local disk
 */
record SeriesPricing(List<String> cores, List<String> memory, String localDisk) {

  /** Types with a flat price of their own, and its SKU. */
  private static final Map<String, String> FLAT =
      Map.of(
          "f1-micro", "Micro Instance with burstable CPU",
          "g1-small", "Small Instance with 1 VCPU");

  /**
   * Names that a series has and that are not charged by its SKUs: N1's are called M1 today, M2's
   * are not documented.
   */
  private static final Set<String> OTHERWISE =
      Set.of(
          "n1-megamem-96",
          "n1-ultramem-40",
          "n1-ultramem-80",
          "n1-ultramem-160",
          "m2-ultramem2x-96",
          "m2-ultramemx-96");

  private static final String ULTRAMEM_224 = "m4-ultramem-224";
  private static final String GENERIC_DISK = "SSD backed Local Storage";
  private static final String PREMIUM = "Memory Optimized Upgrade Premium for ";

  private static final SortedMap<String, SeriesPricing> PREDEFINED = predefined();
  private static final SortedMap<String, SeriesPricing> CUSTOM = custom();
  private static final Set<String> PARTS = parts();

  /** Series whose full month costs 70 %. Source: Google, "Sustained use discounts". */
  private static final Set<String> THIRTY = Set.of("n1", "m1", "m2", "f1", "g1");

  /** Series whose full month costs 80 %. Source: as above. */
  private static final Set<String> TWENTY = Set.of("n2", "n2d", "c2");

  /** Returns how a predefined type is charged; nothing if that is not known. */
  static Optional<SeriesPricing> ofType(String type) {
    if (OTHERWISE.contains(type)) {
      return Optional.empty();
    }
    String key = type.equals(ULTRAMEM_224) ? type : type.substring(0, type.indexOf('-'));
    return Optional.ofNullable(PREDEFINED.get(key));
  }

  /** Returns how custom shapes of a series are charged; nothing if that is not known. */
  static Optional<SeriesPricing> ofCustom(String series) {
    return Optional.ofNullable(CUSTOM.get(series));
  }

  /** Returns the SKU of a type with a flat price; nothing if it is charged by its parts. */
  static Optional<String> flat(String type) {
    return Optional.ofNullable(FLAT.get(type));
  }

  /** Returns the discount that a series gets for running on. */
  static SustainedUse discount(String series) {
    if (THIRTY.contains(series)) {
      return SustainedUse.UP_TO_30;
    }
    return TWENTY.contains(series) ? SustainedUse.UP_TO_20 : SustainedUse.NONE;
  }

  /** Whether a SKU of that name is part of any price. */
  static boolean isPart(String name) {
    return PARTS.contains(name);
  }

  private static SortedMap<String, SeriesPricing> predefined() {
    SortedMap<String, SeriesPricing> series = new TreeMap<>();
    Stream.of("e2", "n2", "n4", "n4a", "n4d", "c3", "c3d", "c4", "c4d", "c4n", "h3", "m4")
        .forEach(name -> series.put(name, named(upper(name) + " Instance", name)));
    Stream.of("n2d", "t2d", "c2d")
        .forEach(name -> series.put(name, named(upper(name) + " AMD Instance", name)));
    Stream.of("t2a", "c4a")
        .forEach(name -> series.put(name, named(upper(name) + " Arm Instance", name)));
    series.put("n1", named("N1 Predefined Instance", "n1"));
    series.put("c2", named("Compute optimized", "c2"));
    series.put("m1", named("Memory-optimized Instance", "m1"));
    series.put("m2", named("Memory-optimized Instance", "m2").withPremium());
    series.put("m3", named("M3 Memory-optimized Instance", "m3"));
    series.put(ULTRAMEM_224, named("M4Ultramem224 Instance", "m4"));
    return Collections.unmodifiableSortedMap(series);
  }

  private static SortedMap<String, SeriesPricing> custom() {
    SortedMap<String, SeriesPricing> series = new TreeMap<>();
    series.put("n1", named("Custom Instance", "n1"));
    series.put("n2d", named("N2D AMD Custom Instance", "n2d"));
    Stream.of("e2", "n2", "n4", "n4d")
        .forEach(name -> series.put(name, named(upper(name) + " Custom Instance", name)));
    return Collections.unmodifiableSortedMap(series);
  }

  private static SeriesPricing named(String words, String series) {
    String disk =
        switch (series) {
          case "c4", "c4a", "c4d" -> upper(series) + " Instance Local SSD";
          default -> GENERIC_DISK;
        };
    return new SeriesPricing(List.of(words + " Core"), List.of(words + " Ram"), disk);
  }

  private SeriesPricing withPremium() {
    return new SeriesPricing(
        List.of(cores.get(0), PREMIUM + cores.get(0)),
        List.of(memory.get(0), PREMIUM + memory.get(0)),
        localDisk);
  }

  private static Set<String> parts() {
    Set<String> parts = new TreeSet<>(FLAT.values());
    Stream.concat(PREDEFINED.values().stream(), CUSTOM.values().stream())
        .forEach(
            pricing -> {
              parts.addAll(pricing.cores());
              parts.addAll(pricing.memory());
              parts.add(pricing.localDisk());
            });
    return Collections.unmodifiableSet(parts);
  }

  private static String upper(String series) {
    return series.toUpperCase(java.util.Locale.ROOT);
  }
}
