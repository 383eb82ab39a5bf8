package io.headroom.report;

import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Evidence;
import io.headroom.model.demand.Traffic;
import io.headroom.model.unit.VCpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a machine used, with the sample that set each number. */
final class DemandText {

  private final FactWriter page;
  private final List<String> missing = new ArrayList<>();

  private DemandText(FactWriter page) {
    this.page = page;
  }

  static void write(FactWriter page, Demands demands) {
    page.section("What it used");
    DemandText text = new DemandText(page);
    text.dimension("CPU", demands.cpu(), vcpus -> vcpus + " vCPU", DemandText::roughly);
    text.dimension("memory", demands.memory(), Object::toString, Object::toString);
    text.traffic("network", demands.network());
    text.traffic("disk", demands.disk());
    text.traffic("disk I/O", demands.iops());
    if (!text.missing.isEmpty()) {
      page.line("not known", String.join(", ", text.missing));
    }
  }

  private static String roughly(VCpus vcpus) {
    return Words.roughly(vcpus) + " vCPU";
  }

  private <Q extends Comparable<Q>> void dimension(
      String name, Demand<Q> demand, Function<Q, String> exact, Function<Q, String> rough) {
    Optional<Demand.Observed<Q>> observed = demand.observed();
    if (observed.isPresent()) {
      page.line(name, setBy(observed.get(), exact));
      page.line("", around(observed.get(), exact, rough));
    } else {
      missing.add(name + " (" + demand.match(found -> "", absent -> absent.why()) + ")");
    }
  }

  private static <Q extends Comparable<Q>> String setBy(
      Demand.Observed<Q> observed, Function<Q, String> exact) {
    Evidence evidence = observed.evidence();
    String statistic = evidence.statistic().equals("peak") ? "highest" : evidence.statistic();
    return exact.apply(observed.value())
        + (observed.censoring().isCensored() ? " or more" : "")
        + ", "
        + statistic
        + " "
        + Words.of(evidence.resolution())
        + ", "
        + Words.of(evidence.at())
        + evidence.namedPeak().map(peak -> " (" + PlainText.forTerminal(peak) + ")").orElse("");
  }

  private static <Q extends Comparable<Q>> String around(
      Demand.Observed<Q> observed, Function<Q, String> exact, Function<Q, String> rough) {
    boolean isPeak = observed.value().equals(observed.peak());
    return (isPeak ? "" : "peak " + exact.apply(observed.peak()) + ", ")
        + "mean "
        + rough.apply(observed.mean())
        + observed.momentary().map(most -> ", for a moment " + rough.apply(most)).orElse("")
        + "; "
        + observed.evidence().coverage()
        + " of the samples of "
        + observed.evidence().history().toDays()
        + " days";
  }

  private <Q extends Comparable<Q>> void traffic(String name, Optional<Traffic<Q>> traffic) {
    if (traffic.isPresent()) {
      page.line(
          name,
          traffic.get().peak()
              + " at the peak, "
              + traffic.get().lasting()
              + " in 99.5 % of slots");
    } else {
      missing.add(name);
    }
  }
}
