package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Need;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.FindingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which dimensions the present type is short, and in which way. */
final class Shortages {

  private Shortages() {}

  /** Returns the reasons why {@code present} is too small, in a fixed order; none if it is not. */
  static List<FindingReason> of(InstanceType present, Need need, Optional<WorkerFit> fit) {
    List<FindingReason> reasons = new ArrayList<>();
    need.analysis()
        .demands()
        .cpu()
        .observed()
        .ifPresent(observed -> cpu(observed, present, need, reasons));
    need.analysis()
        .demands()
        .memory()
        .observed()
        .ifPresent(observed -> memory(observed, present, need, reasons));
    if (!need.sizing().isNeededDerived() && fit.filter(found -> !found.isEnough()).isPresent()) {
      reasons.add(FindingReason.WORKERS_DO_NOT_FIT);
    }
    return reasons;
  }

  private static void cpu(
      Demand.Observed<VCpus> observed,
      InstanceType present,
      Need need,
      List<FindingReason> reasons) {
    VCpus capacity = Need.countedVcpus(present);
    boolean shortOfSustained = !present.sustained().covers(need.required().sustained());
    if (observed.censoring() == Censoring.GROWS
        && (shortOfSustained || !capacity.covers(need.required().vcpus()))) {
      reasons.add(FindingReason.CPU_CENSORED);
    } else if (!capacity.covers(observed.value())) {
      reasons.add(FindingReason.CPU_OVER_CAPACITY);
    } else if (!capacity.covers(need.required().vcpus())) {
      reasons.add(FindingReason.CPU_SHORT_OF_HEADROOM);
    }
  }

  private static void memory(
      Demand.Observed<Mebibytes> observed,
      InstanceType present,
      Need need,
      List<FindingReason> reasons) {
    Mebibytes capacity = present.memory();
    if (observed.censoring() == Censoring.GROWS && !capacity.covers(need.memoryFloor())) {
      reasons.add(FindingReason.MEMORY_CENSORED);
    } else if (!capacity.covers(need.sizing().demandWithPools())) {
      reasons.add(FindingReason.MEMORY_OVER_CAPACITY);
    } else if (need.memoryCeiling().isEmpty()
        && !capacity.covers(need.sizing().requiredOn(capacity))) {
      reasons.add(FindingReason.MEMORY_SHORT_OF_HEADROOM);
    }
  }
}
