package io.headroom.model.machine;

import io.headroom.model.unit.VCpus;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of a machine from inside: its workers and the services that share it.
 *
 * @param recipe how workers are configured, such as {@code frappe-bench}
 * @param web workers that answer requests
 * @param background workers that take jobs from a queue
 * @param coResident vCPUs that the other services used at the machine's CPU peak, if measured
 * @param services names of the services on the machine, such as {@code mariadb}
 * @param pools memory reserved by configuration
 */
public record HostProfile(
    Optional<String> recipe,
    Optional<WorkerPool> web,
    Optional<WorkerPool> background,
    Optional<VCpus> coResident,
    SortedSet<String> services,
    List<MemoryPool> pools) {

  /** Nothing known. */
  public static final HostProfile UNKNOWN =
      new HostProfile(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new TreeSet<>(),
          List.of());

  /** Copies the collections. */
  public HostProfile {
    services = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(services));
    pools = List.copyOf(pools);
  }
}
