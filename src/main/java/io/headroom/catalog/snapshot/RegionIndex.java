package io.headroom.catalog.snapshot;

import io.headroom.model.machine.Provider;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The index of a snapshot: the file {@code regions.csv}, a row for each region. */
final class RegionIndex {

  static final String FILE = "regions.csv";

  private RegionIndex() {}

  static SortedSet<SnapshotRegion> read(String file, String content) {
    SortedSet<SnapshotRegion> regions = new TreeSet<>();
    for (CsvRow row : CsvTable.rows(file, content, RegionColumn.values())) {
      if (!regions.add(region(row))) {
        throw row.refusal("the region stands in the file already");
      }
    }
    return regions;
  }

  private static SnapshotRegion region(CsvRow row) {
    String region = row.text(RegionColumn.REGION);
    if (!SnapshotRegion.isName(region)) {
      throw row.invalid(RegionColumn.REGION, "the name of a region, such as us-east-1");
    }
    return new SnapshotRegion(
        Provider.ofId(row.text(RegionColumn.PROVIDER))
            .orElseThrow(() -> row.invalid(RegionColumn.PROVIDER, "aws or gce")),
        region,
        row.read(RegionColumn.CURRENCY, "a currency code such as USD", Currency::getInstance),
        row.read(RegionColumn.PRICE_DATE, "a day such as 2026-07-20", LocalDate::parse),
        row.whole(RegionColumn.TYPES, 0),
        row.whole(RegionColumn.CUSTOM_SERIES, 0),
        row.text(RegionColumn.SOURCE),
        row.text(RegionColumn.LICENCE));
  }

  static String text(Collection<SnapshotRegion> regions) {
    return CsvText.of(
        RegionColumn.values(), regions.stream().sorted().map(RegionIndex::row).toList());
  }

  private static List<String> row(SnapshotRegion region) {
    return List.of(
        region.provider().id(),
        region.region(),
        region.currency().getCurrencyCode(),
        region.priceDate().toString(),
        Integer.toString(region.types()),
        Integer.toString(region.customSeries()),
        region.source(),
        region.licence());
  }
}
