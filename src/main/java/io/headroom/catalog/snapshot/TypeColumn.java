package io.headroom.catalog.snapshot;

/** The columns of a file of types, in their order. An empty field is unknown or not the case. */
enum TypeColumn implements Column {
  /** Name of the type. */
  INSTANCE_TYPE,
  /** vCPUs the guest sees. */
  VCPUS,
  /** Memory in MiB. */
  MEMORY_MIB,
  /** Instruction sets, joined by a bar. */
  ARCHITECTURES,
  /** Traits, joined by a bar. */
  TRAITS,
  /** List price of an hour, Linux on demand; empty if there is none. */
  HOURLY_PRICE,
  /** Largest sustained-use discount: 20 or 30; empty if there is none. */
  SUSTAINED_USE_PERCENT,
  /** vCPUs a shared core sustains. */
  SUSTAINED_VCPUS,
  /** CPU credits earned in an hour. */
  CREDITS_PER_HOUR,
  /** Most CPU credits that can be accrued. */
  CREDITS_MAXIMUM,
  /** Launch credits in standard mode. */
  LAUNCH_CREDITS,
  /** Whether credits survive a stop. */
  CREDITS_KEPT_AT_STOP,
  /** Price of a vCPU-hour of surplus credits. */
  SURPLUS_PRICE,
  /** Network bandwidth that lasts. */
  NETWORK_GBPS,
  /** Network bandwidth for a while. */
  NETWORK_BURST_GBPS,
  /** Disk throughput that lasts. */
  DISK_MBPS,
  /** Disk throughput for a while. */
  DISK_BURST_MBPS,
  /** Disk operations a second that last. */
  IOPS,
  /** Disk operations a second for a while. */
  IOPS_BURST,
  /** Most network disks that can be attached. */
  ATTACHMENTS
}
