package io.headroom.report;

import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Evidence;
import io.headroom.model.demand.Required;
import io.headroom.model.demand.Traffic;
import io.headroom.model.unit.Headroom;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of a verdict in words: what was needed, what is required, which workers fit. Safe
 * to show anywhere.
 */
final class EvidenceLines {

  private final List<Fact> facts = new ArrayList<>();

  private EvidenceLines() {}

  /** A text with a name, which is empty where it goes on. */
  record Fact(String name, String text) {}

  /** Returns the demand in every dimension, nothing if it could not be read. */
  static List<Fact> demand(Verdict verdict) {
    EvidenceLines lines = new EvidenceLines();
    verdict.demand().ifPresent(lines::demand);
    return lines.facts;
  }

  /** Returns what the machine must have, nothing if its type is not known. */
  static List<Fact> required(Verdict verdict) {
    EvidenceLines lines = new EvidenceLines();
    verdict.required().ifPresent(required -> lines.required(verdict, required));
    return lines.facts;
  }

  /** Returns the worker counts, nothing if the machine has no workers. */
  static List<Fact> workers(Verdict verdict) {
    EvidenceLines lines = new EvidenceLines();
    verdict.workers().ifPresent(lines::workers);
    return lines.facts;
  }

  private void demand(Demands demands) {
    dimension("CPU", " vCPU", demands.cpu());
    dimension("memory", "", demands.memory());
    traffic("network", demands.network());
    traffic("disk", demands.disk());
    traffic("disk operations", demands.iops());
  }

  private <Q extends Comparable<Q>> void dimension(String name, String unit, Demand<Q> demand) {
    demand.match(
        observed -> observed(name, unit, observed),
        missing -> line(name, "not collected: " + missing.why()));
  }

  private <Q extends Comparable<Q>> boolean observed(
      String name, String unit, Demand.Observed<Q> observed) {
    Evidence evidence = observed.evidence();
    line(
        name,
        observed.value()
            + unit
            + ", "
            + evidence.statistic()
            + " of "
            + evidence.resolution().label()
            + ", set at "
            + evidence.at().truncatedTo(ChronoUnit.MINUTES)
            + evidence
                .namedPeak()
                .map(peak -> " (" + PlainText.forTerminal(peak) + ")")
                .orElse(""));
    line(
        "",
        "mean "
            + observed.mean()
            + unit
            + ", peak "
            + observed.peak()
            + unit
            + observed.momentary().map(most -> ", inside a slot " + most + unit).orElse("")
            + "; "
            + evidence.coverage()
            + " of the samples over "
            + evidence.history().toDays()
            + " days");
    return true;
  }

  private <Q extends Comparable<Q>> void traffic(String name, Optional<Traffic<Q>> traffic) {
    line(
        name,
        traffic
            .map(found -> "p99.5 " + found.lasting() + ", peak " + found.peak())
            .orElse("not collected"));
  }

  private void required(Verdict verdict, Required required) {
    Optional<Demands> demands = verdict.demand();
    line(
        "CPU",
        required.vcpus() + " vCPU" + source(demands.map(Demands::cpu), required.cpuHeadroom()));
    if (required.sustained().value() > 0) {
      line("", required.sustained() + " vCPU sustained");
    }
    line(
        "memory",
        required.memory() + source(demands.map(Demands::memory), required.memoryHeadroom()));
  }

  /** Where a required capacity comes from: demand and headroom, or something stronger. */
  private static <Q extends Comparable<Q>> String source(
      Optional<Demand<Q>> demand, Headroom headroom) {
    Optional<Demand.Observed<Q>> observed = demand.flatMap(Demand::observed);
    if (observed.isEmpty()) {
      return ", what it has: the demand is not known";
    }
    if (observed.get().censoring() == Censoring.GROWS) {
      return ", twice what cut the demand off";
    }
    String added =
        headroom.equals(Headroom.NONE)
            ? ", demand without headroom"
            : ", demand with " + headroom + " headroom";
    return observed
        .get()
        .whyNotReduced()
        .map(why -> added + ", but not less than it has: " + why)
        .orElse(added);
  }

  private void workers(WorkerAdvice advice) {
    line("web", count(advice));
    if (advice.backgroundRecommended().isPresent()) {
      line(
          "background",
          advice.backgroundCurrent().orElse(0)
              + " now, "
              + advice.backgroundRecommended().getAsInt()
              + " recommended");
    }
    advice.bufferPool().ifPresent(pool -> line("buffer pool", pool.toString()));
  }

  private static String count(WorkerAdvice advice) {
    String now = advice.current().isPresent() ? advice.current().getAsInt() + " now, " : "";
    return now
        + advice.recommended()
        + " recommended, limited by "
        + advice.limitedBy().id()
        + "; "
        + advice.needed()
        + " needed, "
        + advice.perWorker()
        + " each";
  }

  private boolean line(String name, String text) {
    return facts.add(new Fact(name, text));
  }
}
