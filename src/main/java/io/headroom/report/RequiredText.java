package io.headroom.report;

import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Required;
import io.headroom.model.unit.Headroom;
import io.headroom.model.verdict.Verdict;
import java.util.Optional;

/** What a machine needs, and how that follows from what it used. */
final class RequiredText {

  private RequiredText() {}

  static void write(FactWriter page, Verdict verdict, Required required) {
    page.section("What it needs");
    Optional<Demands> demands = verdict.demand();
    boolean credits = Words.isOutOfCredits(verdict);
    page.line(
        "CPU",
        required.vcpus()
            + " vCPU"
            + (credits
                ? ", as many as it has: demand was cut off"
                : source(demands.map(Demands::cpu), required.cpuHeadroom())));
    if (required.sustained().value() > 0) {
      page.line(
          "",
          required.sustained()
              + " vCPU sustained"
              + (credits ? ", twice what its credits pay for" : ", as it has now"));
    }
    page.line(
        "memory",
        required.memory() + source(demands.map(Demands::memory), required.memoryHeadroom()));
  }

  /** Where a required capacity comes from: demand and headroom, or something stronger. */
  private static <Q extends Comparable<Q>> String source(
      Optional<Demand<Q>> demand, Headroom headroom) {
    Optional<Demand.Observed<Q>> observed = demand.flatMap(Demand::observed);
    if (observed.isEmpty()) {
      return ", what it has: nobody measured what it uses";
    }
    if (observed.get().censoring() == Censoring.GROWS) {
      return ", twice what it ran into";
    }
    if (observed.get().whyNotReduced().isPresent()) {
      return ", at least what it has: " + observed.get().whyNotReduced().get();
    }
    return headroom.equals(Headroom.NONE)
        ? ", what it used"
        : ", what it used and " + headroom + " more";
  }
}
