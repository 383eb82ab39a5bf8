package io.headroom.model.verdict;

import io.headroom.model.unit.Utilization;
import java.util.Optional;

/**
 * The recorded demand on another type; absent where the demand was not collected.
 *
 * @param cpuPeak peak of the means over the vCPUs of the type
 * @param cpuMean mean over the vCPUs of the type
 * @param memoryPeak peak over the memory of the type
 */
public record Projection(
    Optional<Utilization> cpuPeak,
    Optional<Utilization> cpuMean,
    Optional<Utilization> memoryPeak) {}
