package io.headroom.engine.candidate;

import io.headroom.model.catalog.Offering;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import java.util.Comparator;
import java.util.List;

/**
 * The types of a region in the order of price, prepared once for all machines of the region. Types
 * without a price are no candidates and are only counted.
 */
public final class CandidateTable {

  private static final Comparator<Row> BY_PRICE =
      Comparator.comparing(Row::price).thenComparing(row -> row.offering().type().name());

  private final RegionCatalog catalog;
  private final List<Row> alwaysRunning;
  private final int unpriced;

  private CandidateTable(RegionCatalog catalog, List<Row> alwaysRunning, int unpriced) {
    this.catalog = catalog;
    this.alwaysRunning = alwaysRunning;
    this.unpriced = unpriced;
  }

  /** A type with its price of a month. */
  record Row(Offering offering, MonthlyPrice price) {}

  /** Prepares the types of {@code catalog}. */
  public static CandidateTable of(RegionCatalog catalog) {
    List<Row> rows = rows(catalog, Share.ALL);
    return new CandidateTable(catalog, rows, catalog.offerings().size() - rows.size());
  }

  private static List<Row> rows(RegionCatalog catalog, Share running) {
    return catalog.offerings().values().stream()
        .flatMap(
            offering -> offering.monthly(running).map(price -> new Row(offering, price)).stream())
        .sorted(BY_PRICE)
        .toList();
  }

  /** Returns the region's catalog. */
  public RegionCatalog catalog() {
    return catalog;
  }

  /** Returns how many types have no price. */
  public int unpriced() {
    return unpriced;
  }

  /**
   * Returns the types by price for a machine that runs {@code running} of the month: discounts for
   * sustained use change the order.
   */
  List<Row> rows(Share running) {
    return running.equals(Share.ALL) ? alwaysRunning : rows(catalog, running);
  }
}
