package io.headroom.catalog.refresh;

import io.headroom.catalog.snapshot.DatedSnapshots;
import io.headroom.catalog.snapshot.SnapshotWriter;
import io.headroom.model.cloud.CloudException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Fetches regions from their provider and publishes them as a dated snapshot. A region that fails,
 * or that the format of a snapshot cannot hold, stays as it was in the snapshot before; if all
 * fail, nothing is published.
 */
public final class CatalogRefresh {

  private final CatalogSource source;
  private final DatedSnapshots snapshots;

  /** Refreshes from {@code source} into {@code snapshots}. */
  public CatalogRefresh(CatalogSource source, DatedSnapshots snapshots) {
    this.source = source;
    this.snapshots = snapshots;
  }

  /**
   * Fetches {@code regions} by name and publishes those that were given whole.
   *
   * @param at when the snapshot is dated
   * @throws io.headroom.catalog.snapshot.SnapshotException if the snapshot cannot be written
   */
  public RefreshReport run(SortedSet<String> regions, Instant at) {
    List<FetchedRegion> fetched = new ArrayList<>();
    SortedMap<String, String> failures = new TreeMap<>();
    for (String region : regions) {
      try {
        FetchedRegion found = source.fetch(region);
        SnapshotWriter.requireWritable(found.catalog(), found.currency(), found.licence());
        fetched.add(found);
      } catch (CloudException e) {
        failures.put(region, e.getMessage());
      } catch (IllegalArgumentException e) {
        failures.put(region, "Cannot keep " + region + ": " + e.getMessage());
      }
    }
    Optional<Path> folder =
        fetched.isEmpty()
            ? Optional.empty()
            : Optional.of(
                snapshots.publish(at, writer -> fetched.forEach(one -> write(one, writer))));
    return new RefreshReport(folder, fetched, failures);
  }

  private static void write(FetchedRegion region, SnapshotWriter writer) {
    writer.write(region.catalog(), region.currency(), region.licence());
  }
}
