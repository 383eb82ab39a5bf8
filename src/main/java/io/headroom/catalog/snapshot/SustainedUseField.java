package io.headroom.catalog.snapshot;

import io.headroom.model.catalog.SustainedUse;

/** The sustained-use discount in a file: the largest one in percent. */
final class SustainedUseField {

  private SustainedUseField() {}

  static SustainedUse read(CsvRow row, Column column) {
    return switch (row.find(column).orElse("")) {
      case "" -> SustainedUse.NONE;
      case "20" -> SustainedUse.UP_TO_20;
      case "30" -> SustainedUse.UP_TO_30;
      default -> throw row.invalid(column, "20, 30 or nothing");
    };
  }

  /** Reads the discount of custom shapes, whose full month gets the round rate. */
  static SustainedUse readCustom(CsvRow row, Column column) {
    SustainedUse discount = read(row, column);
    return discount == SustainedUse.UP_TO_20 ? SustainedUse.UP_TO_20_CUSTOM : discount;
  }

  static String write(SustainedUse discount) {
    return switch (discount) {
      case NONE -> "";
      case UP_TO_20, UP_TO_20_CUSTOM -> "20";
      case UP_TO_30 -> "30";
    };
  }
}
