package io.headroom.engine.worker;

import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * A machine without a history, for which worker counts are asked.
 *
 * @param vcpus vCPUs that can be used for ever
 * @param memory memory of the machine
 * @param recipe what kind of workers run
 * @param services services that share the machine, such as {@code mariadb}
 * @param coResident vCPUs those take; if absent, a quarter of the vCPUs when there are any
 * @param fixed memory that is not for workers; if absent, the recipe's reserve
 * @param perWorker memory of a web worker; if absent, the recipe's
 * @param headroom headroom of memory on top
 * @param threads threads of a worker
 * @param minimum least web workers
 * @param maximum most web workers
 */
public record WorkerQuestion(
    VCpus vcpus,
    Mebibytes memory,
    WorkerRecipe recipe,
    SortedSet<String> services,
    Optional<VCpus> coResident,
    Optional<Mebibytes> fixed,
    Optional<Mebibytes> perWorker,
    Headroom headroom,
    OptionalInt threads,
    int minimum,
    int maximum) {

  /** What co-resident services take of the vCPUs when nobody measured it. */
  private static final double ASSUMED_SHARE = 0.25;

  /** Returns the vCPUs that services beside the workers take. */
  VCpus taken() {
    return coResident.orElseGet(
        () -> services.isEmpty() ? VCpus.NONE : new VCpus(vcpus.value() * ASSUMED_SHARE));
  }
}
