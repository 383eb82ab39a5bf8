package io.headroom.model.demand;

import io.headroom.model.unit.DataRate;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.OperationRate;
import io.headroom.model.unit.VCpus;
import java.util.Optional;

/**
 * The demand of a machine in every dimension.
 *
 * @param network the larger of both directions; absent if not collected
 * @param disk throughput to network disks; absent if not collected
 * @param iops operations to network disks; absent if not collected
 */
public record Demands(
    Demand<VCpus> cpu,
    Demand<Mebibytes> memory,
    Optional<Traffic<DataRate>> network,
    Optional<Traffic<DataRate>> disk,
    Optional<Traffic<OperationRate>> iops) {}
