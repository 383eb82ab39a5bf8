package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.CustomShapes;
import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of one region as text. They are read back before anyone writes them. */
final class RegionText {

  private RegionText() {}

  /**
   * Returns the contents of the files by name, without the index.
   *
   * @throws IllegalArgumentException if they would not be read back as {@code catalog}
   */
  static SortedMap<String, String> of(SnapshotRegion region, RegionCatalog catalog) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(
        region.typesFile(),
        CsvText.of(
            TypeColumn.values(),
            catalog.offerings().values().stream().map(OfferingWriter::row).toList()));
    if (region.customSeries() > 0) {
      files.put(
          region.shapesFile(),
          CsvText.of(
              ShapeColumn.values(), sorted(catalog).stream().map(ShapesWriter::row).toList()));
    }
    RegionCatalog read = readBack(region, files);
    for (Map.Entry<String, Offering> offering : catalog.offerings().entrySet()) {
      requireSame(offering.getValue(), read.offerings().get(offering.getKey()));
    }
    requireSame(sorted(catalog), read.customShapes());
    return files;
  }

  private static RegionCatalog readBack(SnapshotRegion region, Map<String, String> files) {
    SortedMap<String, String> all = new TreeMap<>(files);
    all.put(RegionIndex.FILE, RegionIndex.text(List.of(region)));
    try {
      Snapshot snapshot = Snapshot.of(SnapshotFiles.inMemory(all));
      return snapshot.read(snapshot.regions().first());
    } catch (SnapshotException e) {
      throw new IllegalArgumentException("Cannot write a catalog: " + e.getMessage(), e);
    }
  }

  private static void requireSame(Object written, @Nullable Object read) {
    if (!written.equals(read)) {
      throw new IllegalArgumentException(
          "Cannot write a catalog: " + written + " would be read back as " + read);
    }
  }

  private static List<CustomShapes> sorted(RegionCatalog catalog) {
    return catalog.customShapes().stream()
        .sorted(Comparator.comparing(CustomShapes::series))
        .toList();
  }
}
