package io.headroom.engine.replay;

import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.catalog.InstanceType;
import java.util.Optional;

/**
 * How the recorded demand of a machine would have fared on a type. What was not recorded is absent,
 * never zero.
 *
 * @param cpu how CPU demand fared; absent if it was not recorded
 * @param memory how memory use fared; absent if it was not recorded
 * @param burst how its credits, or its share of a core, lasted; absent unless the type bursts and
 *     CPU was recorded
 * @param workers how many workers the type holds; absent if the machine has none that are sized
 */
public record ReplayOutcome(
    InstanceType type,
    Optional<QueueOutcome> cpu,
    Optional<MemoryOutcome> memory,
    Optional<BurstOutcome> burst,
    Optional<WorkerFit> workers) {}
