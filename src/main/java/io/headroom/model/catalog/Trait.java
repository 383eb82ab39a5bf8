package io.headroom.model.catalog;

/** What makes a type unlike an ordinary virtual machine. */
public enum Trait {
  /** A whole server. */
  BARE_METAL,
  /** In the provider's list of previous generations. */
  PREVIOUS_GENERATION,
  /** An EC2 {@code -flex} type: full CPU for 95 % of the time only. */
  FLEX,
  /** Has disks on the host. */
  LOCAL_DISK,
  /** Has GPUs or other accelerators. */
  ACCELERATOR,
  /** A custom shape of GCE. */
  CUSTOM,
  /** Runs on Xen; moving to or from Nitro changes device names and needs drivers. */
  XEN
}
