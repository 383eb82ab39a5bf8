package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.RegionCatalog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes regions into a folder, in the format that {@link Snapshot} reads. A region that is there
 * already is replaced; the others stay. Each file is replaced as a whole, the index last; writers
 * in several processes wait for each other.
 */
public final class SnapshotWriter {

  private static final String LOCK = ".lock";
  private static final String UNFINISHED = ".new";

  private final Path folder;

  /** Writes into {@code folder}, which is made when the first region is written. */
  public SnapshotWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a region. The same catalog always gives the same bytes.
   *
   * @param currency currency of its list prices
   * @param licence under which licences its sources were published
   * @throws IllegalArgumentException if the catalog could not be read back as it is: it has prices
   *     of the user's own or in another currency, or names that providers do not give
   * @throws SnapshotException if a file cannot be written, or the index that is there not be read
   */
  public void write(RegionCatalog catalog, Currency currency, String licence) {
    SnapshotRegion region = entry(catalog, currency, licence);
    SortedMap<String, String> files = RegionText.of(region, catalog);
    try {
      Files.createDirectories(folder.resolve(catalog.provider().id()));
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        replaceLocked(channel, region, files);
      }
    } catch (IOException e) {
      throw new SnapshotException("Cannot write into " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Checks that a region can be written as it is, without writing it.
   *
   * @throws IllegalArgumentException if it cannot, for the reasons that {@link #write} refuses it
   */
  public static void requireWritable(RegionCatalog catalog, Currency currency, String licence) {
    RegionText.of(entry(catalog, currency, licence), catalog);
  }

  private static SnapshotRegion entry(RegionCatalog catalog, Currency currency, String licence) {
    return new SnapshotRegion(
        catalog.provider(),
        catalog.region(),
        currency,
        catalog.priceDate(),
        catalog.offerings().size(),
        catalog.customShapes().size(),
        catalog.source(),
        licence);
  }

  private void replaceLocked(
      FileChannel channel, SnapshotRegion region, SortedMap<String, String> files)
      throws IOException {
    FileLock lock = channel.lock();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        replace(file.getKey(), file.getValue());
      }
      replace(RegionIndex.FILE, RegionIndex.text(indexWith(region)));
    } finally {
      lock.release();
    }
  }

  private SortedSet<SnapshotRegion> indexWith(SnapshotRegion region) {
    Optional<Snapshot> present =
        Files.exists(folder.resolve(RegionIndex.FILE)) ? Snapshot.in(folder) : Optional.empty();
    SortedSet<SnapshotRegion> regions =
        new TreeSet<>(present.map(Snapshot::regions).orElseGet(TreeSet::new));
    regions.removeIf(known -> known.isOf(region.provider(), region.region()));
    regions.add(region);
    return regions;
  }

  /** A reader sees the old file or the new one, never a part. */
  private void replace(String file, String content) throws IOException {
    Path unfinished = folder.resolve(file + UNFINISHED);
    Files.writeString(unfinished, content);
    Files.move(
        unfinished,
        folder.resolve(file),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
