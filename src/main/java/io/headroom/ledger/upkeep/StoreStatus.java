package io.headroom.ledger.upkeep;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the store is and holds.
 *
 * @param database name and version of the database
 * @param location where it is, without a password
 * @param schema version of the schema
 * @param bytes how large it is; absent if the database does not say
 * @param rows how many of what there are, by name
 * @param oldestSample start of the oldest day with samples
 * @param newestSample end of the time that was collected
 */
public record StoreStatus(
    String database,
    String location,
    String schema,
    OptionalLong bytes,
    SortedMap<String, Long> rows,
    Optional<Instant> oldestSample,
    Optional<Instant> newestSample) {

  /** Copies the map. */
  public StoreStatus {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }
}
