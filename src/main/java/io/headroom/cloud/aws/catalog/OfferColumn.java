package io.headroom.cloud.aws.catalog;

/**
 * The columns of an EC2 offer file that are read. Source: AWS Price List, "Reading the price list
 * files"; the names are those of the files of 2025 and 2026.
 */
enum OfferColumn {
  /** OnDemand or Reserved. */
  TERM_TYPE("TermType"),
  /** What is charged for: Hrs, or Quantity for an upfront fee. */
  UNIT("Unit"),
  /** Amount for one unit. */
  PRICE("PricePerUnit"),
  /** ISO 4217 code of the amount. */
  CURRENCY("Currency"),
  /** Compute Instance, with a variant for bare metal; storage, addresses and more. */
  PRODUCT_FAMILY("Product Family"),
  /** AWS Region, AWS Local Zone or AWS Wavelength Zone. */
  LOCATION_TYPE("Location Type"),
  /** Name of the instance type. */
  INSTANCE_TYPE("Instance Type"),
  /** Yes or No. */
  CURRENT_GENERATION("Current Generation"),
  /** Shared, Dedicated or Host. */
  TENANCY("Tenancy"),
  /** Linux, Windows, RHEL, SUSE and more. */
  OPERATING_SYSTEM("Operating System"),
  /** NA, or the SQL Server that comes with it. */
  SOFTWARE("Pre Installed S/W"),
  /** Used, or a kind of capacity reservation. */
  CAPACITY("CapacityStatus"),
  /** OnDemand or a capacity block. */
  MARKET("MarketOption"),
  /** RunInstances for Linux; a suffix says what else is licensed. */
  OPERATION("operation"),
  /** Code of the region or zone. */
  REGION("Region Code");

  private final String title;

  OfferColumn(String title) {
    this.title = title;
  }

  /** Returns its name in the line of titles. */
  String title() {
    return title;
  }
}
