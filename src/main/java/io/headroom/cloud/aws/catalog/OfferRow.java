package io.headroom.cloud.aws.catalog;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A row of an offer file, read by column. */
final class OfferRow {

  private final Map<OfferColumn, Integer> positions;
  private final CsvRecord fields;

  private OfferRow(Map<OfferColumn, Integer> positions, CsvRecord fields) {
    this.positions = positions;
    this.fields = fields;
  }

  /**
   * Returns where the columns are.
   *
   * @throws PriceListException if one is missing: without it a row could be taken for another
   */
  static Map<OfferColumn, Integer> positions(List<String> titles) {
    Map<OfferColumn, Integer> positions = new EnumMap<>(OfferColumn.class);
    for (OfferColumn column : OfferColumn.values()) {
      int position = titles.indexOf(column.title());
      if (position < 0) {
        throw new PriceListException("the column " + column.title() + " is missing");
      }
      positions.put(column, position);
    }
    return positions;
  }

  static OfferRow of(Map<OfferColumn, Integer> positions, CsvRecord fields) {
    return new OfferRow(positions, fields);
  }

  String text(OfferColumn column) {
    return fields.getField(positions.getOrDefault(column, 0));
  }

  private boolean is(OfferColumn column, String value) {
    return text(column).equals(value);
  }

  /** Whether it is about a virtual machine or a whole server, of whatever terms. */
  boolean isInstance() {
    return is(OfferColumn.PRODUCT_FAMILY, "Compute Instance")
        || is(OfferColumn.PRODUCT_FAMILY, "Compute Instance (bare metal)");
  }

  /**
   * Whether it is the price that a machine with Linux pays by the hour in {@code region} itself:
   * shared hardware, nothing licensed with it, neither a reservation nor a zone of its own. A row
   * of a Local Zone stands in the file of its region with another code.
   */
  boolean isLinuxOnDemandIn(String region) {
    return is(OfferColumn.TERM_TYPE, "OnDemand")
        && is(OfferColumn.UNIT, "Hrs")
        && isInstance()
        && is(OfferColumn.LOCATION_TYPE, "AWS Region")
        && is(OfferColumn.REGION, region)
        && is(OfferColumn.TENANCY, "Shared")
        && is(OfferColumn.OPERATING_SYSTEM, "Linux")
        && is(OfferColumn.SOFTWARE, "NA")
        && is(OfferColumn.CAPACITY, "Used")
        && is(OfferColumn.MARKET, "OnDemand")
        && is(OfferColumn.OPERATION, "RunInstances");
  }
}
