package io.headroom.catalog.snapshot;

/** The columns of the index of a snapshot, in their order. */
enum RegionColumn implements Column {
  /** Provider. */
  PROVIDER,
  /** Name of the region. */
  REGION,
  /** ISO 4217 code of the list prices. */
  CURRENCY,
  /** Day of the list prices. */
  PRICE_DATE,
  /** Rows of the file of types. */
  TYPES,
  /** Rows of the file of custom shapes. */
  CUSTOM_SERIES,
  /** Where types and prices come from. */
  SOURCE,
  /** Licences of the sources. */
  LICENCE
}
