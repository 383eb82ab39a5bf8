package io.headroom.model.series;

import static io.headroom.model.series.SampleUnit.BYTES;
import static io.headroom.model.series.SampleUnit.BYTES_PER_SECOND;
import static io.headroom.model.series.SampleUnit.CREDITS;
import static io.headroom.model.series.SampleUnit.FRACTION;
import static io.headroom.model.series.SampleUnit.MIB;
import static io.headroom.model.series.SampleUnit.PERCENT;
import static io.headroom.model.series.SampleUnit.PER_SECOND;
import static io.headroom.model.series.SampleUnit.VCPUS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be observed of a machine. A metric whose name ends in {@code _max} is the maximum inside
 * the slot; one without is the mean over it.
 */
public enum Metric {
  /** Mean CPU of the slot: percent or fraction of the type in force, or vCPUs. */
  CPU_UTILIZATION_AVG("cpu_utilization_avg", PERCENT, FRACTION, VCPUS),
  /** Maximum CPU inside the slot, of whatever the source samples. */
  CPU_UTILIZATION_MAX("cpu_utilization_max", PERCENT, FRACTION, VCPUS),
  /** Cores that {@link #CPU_UTILIZATION_AVG} of a GCE machine is relative to. */
  CPU_RESERVED("cpu_reserved", VCPUS),
  /** CPU credits that a burstable machine has left. */
  CPU_CREDIT_BALANCE("cpu_credit_balance", CREDITS),
  /** CPU credits that a machine in unlimited mode has spent ahead. */
  CPU_CREDIT_SURPLUS("cpu_credit_surplus", CREDITS),
  /** Memory the machine holds; what that includes is said by the machine's memory measure. */
  MEMORY_USED("memory_used", MIB, BYTES, PERCENT, FRACTION),
  /** Maximum of {@link #MEMORY_USED} inside the slot. */
  MEMORY_USED_MAX("memory_used_max", MIB, BYTES, PERCENT, FRACTION),
  /** Memory the hypervisor sees in use on an E2 machine; it includes page cache. */
  MEMORY_BALLOON("memory_balloon", MIB, BYTES),
  /** Swap in use. */
  SWAP_USED("swap_used", MIB, BYTES),
  /** Maximum of {@link #SWAP_USED} inside the slot. */
  SWAP_USED_MAX("swap_used_max", MIB, BYTES),
  /** Network traffic received. */
  NETWORK_IN("network_in", BYTES_PER_SECOND),
  /** Maximum of {@link #NETWORK_IN} inside the slot. */
  NETWORK_IN_MAX("network_in_max", BYTES_PER_SECOND),
  /** Network traffic sent. */
  NETWORK_OUT("network_out", BYTES_PER_SECOND),
  /** Maximum of {@link #NETWORK_OUT} inside the slot. */
  NETWORK_OUT_MAX("network_out_max", BYTES_PER_SECOND),
  /** Disk reads and writes together. */
  DISK_THROUGHPUT("disk_throughput", BYTES_PER_SECOND),
  /** Maximum of {@link #DISK_THROUGHPUT} inside the slot. */
  DISK_THROUGHPUT_MAX("disk_throughput_max", BYTES_PER_SECOND),
  /** Disk operations, reads and writes together. */
  DISK_IOPS("disk_iops", PER_SECOND),
  /** Maximum of {@link #DISK_IOPS} inside the slot. */
  DISK_IOPS_MAX("disk_iops_max", PER_SECOND),
  /** What is left of the disk's burst allowance. */
  DISK_BURST_BALANCE("disk_burst_balance", PERCENT, FRACTION),
  /** Share of time in which some task waited for CPU (pressure stall information). */
  PSI_CPU("psi_cpu", PERCENT, FRACTION),
  /** Share of time in which some task waited for memory (pressure stall information). */
  PSI_MEMORY("psi_memory", PERCENT, FRACTION);

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<SampleUnit> units;

  Metric(String id, SampleUnit... units) {
    this.id = id;
    this.units = List.of(units);
  }

  /** Returns the name used in recordings. */
  public String id() {
    return id;
  }

  /** Returns the units this metric may come in, the usual one first. */
  public List<SampleUnit> units() {
    return units;
  }

  /** Returns the metric of that name, or nothing. */
  public static Optional<Metric> ofId(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
  }
}
