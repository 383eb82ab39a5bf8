package io.headroom.catalog.refresh;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a refresh.
 *
 * @param folder the snapshot that was published; nothing if no region could be fetched
 * @param fetched the regions that are new in it, by name
 * @param failures why a region is not, by its name
 */
public record RefreshReport(
    Optional<Path> folder, List<FetchedRegion> fetched, SortedMap<String, String> failures) {

  /** Copies the collections. */
  public RefreshReport {
    fetched = List.copyOf(fetched);
    failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
  }
}
