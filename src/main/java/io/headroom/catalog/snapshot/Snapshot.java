package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A snapshot of the regions of one or more providers: {@code regions.csv} as its index, {@code
 * <provider>/<region>.csv} with the types of a region and {@code <provider>/<region>-custom.csv}
 * with its custom shapes. The index is read at once, a region only when it is asked for.
 */
public final class Snapshot {

  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final SnapshotFiles files;
  private final SortedSet<SnapshotRegion> regions;

  private Snapshot(SnapshotFiles files, SortedSet<SnapshotRegion> regions) {
    this.files = files;
    this.regions = Collections.unmodifiableSortedSet(regions);
  }

  /** Returns the snapshot that is bundled with the program. */
  public static Snapshot bundled() {
    return of(SnapshotFiles.bundled());
  }

  /**
   * Returns the snapshot in {@code folder}, or the newest of the dated ones in it; nothing if there
   * is no such folder.
   *
   * @throws SnapshotException if there is no readable {@code regions.csv}
   */
  public static Optional<Snapshot> in(Path folder) {
    return Files.exists(folder)
        ? Optional.of(of(SnapshotFiles.in(new DatedSnapshots(folder).newest().orElse(folder))))
        : Optional.empty();
  }

  static Snapshot of(SnapshotFiles files) {
    String index = content(files, RegionIndex.FILE);
    return new Snapshot(files, RegionIndex.read(files.nameOf(RegionIndex.FILE), index));
  }

  /** Returns its regions, by provider and name. */
  public SortedSet<SnapshotRegion> regions() {
    return regions;
  }

  /** Returns a region; nothing if the snapshot does not have it. */
  public Optional<SnapshotRegion> find(Provider provider, String region) {
    return regions.stream().filter(known -> known.isOf(provider, region)).findFirst();
  }

  /**
   * Reads the types and custom shapes of a region of this snapshot.
   *
   * @throws SnapshotException if a file is missing, a row is not as it should be, a type stands in
   *     it twice, or the number of rows is not that of the index
   */
  public RegionCatalog read(SnapshotRegion region) {
    return new RegionCatalog(
        region.provider(),
        region.region(),
        region.priceDate(),
        region.source(),
        offerings(region),
        region.customSeries() == 0 ? List.of() : customShapes(region));
  }

  private SortedMap<String, Offering> offerings(SnapshotRegion region) {
    OfferingReader reader = new OfferingReader(region);
    SortedMap<String, Offering> offerings = new TreeMap<>();
    for (CsvRow row : rows(region.typesFile(), TypeColumn.values(), region.types())) {
      Offering offering = reader.read(row);
      if (offerings.put(offering.type().name(), offering) != null) {
        throw row.refusal("the type " + offering.type().name() + " stands in the file already");
      }
    }
    return offerings;
  }

  private List<CustomShapes> customShapes(SnapshotRegion region) {
    ShapesReader reader = new ShapesReader(region.currency());
    SortedMap<String, CustomShapes> bySeries = new TreeMap<>();
    for (CsvRow row : rows(region.shapesFile(), ShapeColumn.values(), region.customSeries())) {
      CustomShapes shapes = reader.read(row);
      if (bySeries.put(shapes.series(), shapes) != null) {
        throw row.refusal("the series " + shapes.series() + " stands in the file already");
      }
    }
    return List.copyOf(bySeries.values());
  }

  /** A file that was cut off has fewer rows than the index says. */
  private List<CsvRow> rows(String file, Column[] columns, int expected) {
    List<CsvRow> rows = CsvTable.rows(files.nameOf(file), content(files, file), columns);
    if (rows.size() != expected) {
      throw new SnapshotException(
          "Cannot read "
              + files.nameOf(file)
              + ": it has "
              + rows.size()
              + " rows, but regions.csv says "
              + expected
              + "; refresh the region");
    }
    return rows;
  }

  private static String content(SnapshotFiles files, String file) {
    String name = files.nameOf(file);
    try (InputStream in =
        files
            .open(file)
            .orElseThrow(
                () -> new SnapshotException("Cannot read " + name + ": there is no such file"))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new SnapshotException("Cannot read " + name + ": it has more than 32 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SnapshotException("Cannot read " + name + ": " + e.getMessage(), e);
    }
  }
}
