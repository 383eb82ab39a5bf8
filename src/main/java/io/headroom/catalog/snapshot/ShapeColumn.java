package io.headroom.catalog.snapshot;

/** The columns of a file of custom shapes, in their order. */
enum ShapeColumn implements Column {
  /** Name of the series. */
  SERIES,
  /** Legal vCPU counts, joined by a bar. */
  VCPU_COUNTS,
  /** Least memory for each vCPU. */
  MIN_MIB_PER_VCPU,
  /** Most memory for each vCPU. */
  MAX_MIB_PER_VCPU,
  /** Most memory in all. */
  MAX_MEMORY_MIB,
  /** Price of a vCPU for an hour. */
  VCPU_PRICE,
  /** Price of a GiB for an hour. */
  GIB_PRICE,
  /** Largest sustained-use discount: 20 or 30; empty if there is none. */
  SUSTAINED_USE_PERCENT
}
