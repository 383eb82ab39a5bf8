package io.headroom.report;

import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a machine used, and when, as the first sentence of a verdict. */
final class UsedWords {

  private UsedWords() {}

  static String of(Verdict verdict) {
    if (verdict.demand().isEmpty()) {
      return "";
    }
    Demands demands = verdict.demand().get();
    boolean credits = Words.isOutOfCredits(verdict);
    List<String> parts = new ArrayList<>();
    demands
        .cpu()
        .observed()
        .ifPresent(
            cpu -> parts.add(credits ? throttled(cpu, verdict) : "CPU " + taken(cpu, " vCPU")));
    demands.memory().observed().ifPresent(memory -> parts.add("memory " + taken(memory, "")));
    String what = Words.upperFirst(String.join("; ", parts));
    return demands.memory().observed().isPresent()
        ? what
        : what + "; memory was not measured, so it stays as it is";
  }

  private static <Q extends Comparable<Q>> String taken(Demand.Observed<Q> demand, String unit) {
    String amount = demand.value() + unit;
    String when = " (" + Words.of(demand.evidence().at()) + ")";
    if (demand.censoring().isCensored()) {
      return "reached " + amount + when + ", all it had, so it may need more";
    }
    String statistic = demand.evidence().statistic();
    return statistic.equals("peak")
        ? "peaked at " + amount + when
        : "was " + amount + " at " + statistic + when;
  }

  private static String throttled(Demand.Observed<VCpus> cpu, Verdict verdict) {
    return "CPU peaked at "
        + cpu.value()
        + " vCPU ("
        + Words.of(cpu.evidence().at())
        + "), and was held at "
        + verdict.current().offering().orElseThrow().type().sustained()
        + " vCPU when its credits ran out";
  }
}
