package io.headroom.model.catalog;

/** Where a price comes from. */
public enum PriceBasis {
  /** The provider's list price for Linux on demand. */
  LIST("list"),
  /** Made from the provider's prices for one vCPU and one GiB. */
  DERIVED("derived"),
  /** A price file of the user's own. */
  OWN("own");

  private final String id;

  PriceBasis(String id) {
    this.id = id;
  }

  /** Returns the name used in documents. */
  public String id() {
    return id;
  }
}
