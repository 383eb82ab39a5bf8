package io.headroom.catalog;

import io.headroom.catalog.price.RegionSource;
import io.headroom.catalog.snapshot.Snapshot;
import io.headroom.catalog.snapshot.SnapshotRegion;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The regions of several snapshots at list prices; where two have a region, the first counts. A
 * region is read once.
 */
final class ListPrices implements RegionSource {

  private final List<Snapshot> snapshots;

  /**
   * By provider and region: hashing a string is ready sooner in a new JVM than hashing a record.
   */
  private final ConcurrentMap<String, RegionCatalog> read = new ConcurrentHashMap<>();

  ListPrices(List<Snapshot> snapshots) {
    this.snapshots = List.copyOf(snapshots);
  }

  /** Returns these regions with those of {@code first} before them. */
  ListPrices behind(Snapshot first) {
    List<Snapshot> all = new ArrayList<>();
    all.add(first);
    all.addAll(snapshots);
    return new ListPrices(all);
  }

  @Override
  public Optional<RegionCatalog> find(Provider provider, String region) {
    for (Snapshot snapshot : snapshots) {
      Optional<SnapshotRegion> known = snapshot.find(provider, region);
      if (known.isPresent()) {
        return Optional.of(
            read.computeIfAbsent(known.get().qualifiedName(), name -> snapshot.read(known.get())));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> regions(Provider provider) {
    return regions().stream()
        .filter(region -> region.provider() == provider)
        .map(SnapshotRegion::region)
        .toList();
  }

  List<SnapshotRegion> regions() {
    SortedMap<String, SnapshotRegion> byName = new TreeMap<>();
    for (Snapshot snapshot : snapshots) {
      for (SnapshotRegion region : snapshot.regions()) {
        byName.putIfAbsent(region.qualifiedName(), region);
      }
    }
    return List.copyOf(byName.values());
  }
}
