package io.headroom.ledger.catalog;

import io.headroom.model.machine.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Snapshots of the catalog. One that is kept never changes. */
public interface CatalogSnapshots {

  /** Keeps a snapshot; the same one again changes nothing. */
  void keep(CatalogSnapshot snapshot);

  /** Returns the newest snapshot of a provider that was taken at {@code asOf} or before. */
  Optional<CatalogSnapshot> latest(Provider provider, Instant asOf);

  /** Returns the snapshot of that hash. */
  Optional<CatalogSnapshot> find(String hash);

  /** Returns when which snapshots were taken, newest first, without what is in them. */
  List<Taken> list(Provider provider);

  /**
   * A snapshot without what is in it.
   *
   * @param size bytes of the content
   */
  record Taken(Provider provider, String hash, Instant takenAt, long size) {}
}
