package io.headroom.advice;

import io.headroom.catalog.Catalogs;
import io.headroom.catalog.UnknownRegionException;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The types of each machine's region with the prices of its platform, prepared once for each region
 * and platform. Unknown regions are gathered. Safe for use by several threads.
 */
public final class RegionTables {

  private final Catalogs catalogs;
  private final Map<Key, Optional<CandidateTable>> tables = new ConcurrentHashMap<>();
  private final Map<String, Problem> problems = new ConcurrentSkipListMap<>();

  /** Prepares the tables of regions as they are met. */
  public RegionTables(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  private record Key(Placement placement, Platform platform) {}

  /** Returns the table for {@code instance}, or nothing if its region is not known. */
  public Optional<CandidateTable> of(Instance instance) {
    Placement placement = instance.placement();
    Placement region =
        new Placement(placement.provider(), "", placement.region(), Optional.empty());
    return tables.computeIfAbsent(
        new Key(region, instance.platform().orElse(Platform.LINUX)), this::prepared);
  }

  private Optional<CandidateTable> prepared(Key key) {
    try {
      return Optional.of(
          CandidateTable.of(
              catalogs.region(
                  key.placement().provider(), key.placement().region(), key.platform())));
    } catch (UnknownRegionException unknown) {
      problems.put(
          key.placement().provider().id() + "/" + key.placement().region(),
          new Problem("unknown_region", key.placement().region(), unknown.getMessage()));
      return Optional.empty();
    }
  }

  /** Returns one problem for each unknown region, by provider and region. */
  public List<Problem> problems() {
    return List.copyOf(problems.values());
  }
}
