package io.headroom.model.demand;

import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;

/**
 * The capacity a machine must have: demand plus headroom, or the present capacity of a dimension
 * that must not be reduced.
 *
 * @param vcpus vCPUs
 * @param sustained vCPUs that must be usable for ever, where credits ran out; else none
 * @param memory memory with the present workers and pools
 * @param cpuHeadroom what the policy adds to CPU demand
 * @param memoryHeadroom what the policy adds to memory demand, pools left out
 */
public record Required(
    VCpus vcpus,
    VCpus sustained,
    Mebibytes memory,
    Headroom cpuHeadroom,
    Headroom memoryHeadroom) {}
