package io.headroom.model.catalog;

import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.OperationRate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What network and disks of a type carry. An absent limit is unknown.
 *
 * @param network network bandwidth that lasts
 * @param networkBurst network bandwidth for a while
 * @param disk throughput to network disks that lasts
 * @param diskBurst throughput to network disks for a while (EC2: 30 minutes a day)
 * @param iops operations to network disks that last
 * @param iopsBurst operations to network disks for a while
 * @param attachments most network disks that can be attached
 */
public record Limits(
    Optional<DataRate> network,
    Optional<DataRate> networkBurst,
    Optional<DataRate> disk,
    Optional<DataRate> diskBurst,
    Optional<OperationRate> iops,
    Optional<OperationRate> iopsBurst,
    OptionalInt attachments) {

  /** Nothing known. */
  public static final Limits UNKNOWN =
      new Limits(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty());
}
