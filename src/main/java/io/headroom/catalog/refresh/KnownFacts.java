package io.headroom.catalog.refresh;

import io.headroom.catalog.snapshot.Snapshot;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Limits;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the bundled snapshot knows and no interface of a provider tells: CPU credits, what a shared
 * core sustains, network bandwidth on GCE, the rules of custom shapes. None of it depends on the
 * region.
 */
public final class KnownFacts {

  private final SortedMap<String, InstanceType> types = new TreeMap<>();
  private final SortedMap<String, CustomShapes> shapes = new TreeMap<>();

  private KnownFacts() {}

  /** Returns what is known of the types of {@code provider}. */
  public static KnownFacts of(Provider provider) {
    KnownFacts facts = new KnownFacts();
    Snapshot bundled = Snapshot.bundled();
    for (SnapshotRegion region : bundled.regions()) {
      if (region.provider() == provider) {
        facts.add(bundled.read(region));
      }
    }
    return facts;
  }

  private void add(RegionCatalog region) {
    region.offerings().forEach((name, offering) -> types.putIfAbsent(name, offering.type()));
    region.customShapes().forEach(found -> shapes.putIfAbsent(found.series(), found));
  }

  /** Returns how a type bursts; nothing if it does not, or the type is not known. */
  public Optional<Burst> burst(String type) {
    return Optional.ofNullable(types.get(type)).flatMap(InstanceType::burst);
  }

  /** Returns the limits of a type; {@link Limits#UNKNOWN} if the type is not known. */
  public Limits limits(String type) {
    return Optional.ofNullable(types.get(type)).map(InstanceType::limits).orElse(Limits.UNKNOWN);
  }

  /** Returns the rules of custom shapes, by series. Their prices are those of some region. */
  public List<CustomShapes> customShapes() {
    return List.copyOf(shapes.values());
  }
}
