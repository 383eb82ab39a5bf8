package io.headroom.model.machine;

/**
 * A disk of a machine.
 *
 * @param kind the provider's name of the disk type, such as {@code gp3} or {@code pd-balanced}
 * @param local whether it is on the host (instance store, local SSD) and lost when the machine
 *     stops
 */
public record AttachedDisk(String kind, boolean local) {}
