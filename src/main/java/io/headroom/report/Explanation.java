package io.headroom.report;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Demands;
import io.headroom.model.demand.Evidence;
import io.headroom.model.demand.Required;
import io.headroom.model.demand.Traffic;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Utilization;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One verdict with all of its evidence, as text for people: nothing is left to trust. */
public final class Explanation {

  private static final int WIDEST_CELL = 60;

  private final Verdict verdict;
  private final List<String> lines = new ArrayList<>();

  private Explanation(Verdict verdict) {
    this.verdict = verdict;
  }

  /** Returns the text, lines separated by newlines, ending with one. */
  public static String of(Verdict verdict) {
    Explanation explanation = new Explanation(verdict);
    explanation.head();
    verdict.demand().ifPresent(explanation::demand);
    verdict.required().ifPresent(explanation::required);
    explanation.workers();
    explanation.options();
    explanation.rejected();
    explanation.notices();
    return String.join("\n", explanation.lines) + "\n";
  }

  private void head() {
    lines.add(
        PlainText.forTerminal(Column.nameOf(verdict.instance()))
            + "  "
            + PlainText.forTerminal(verdict.instance().id())
            + "  "
            + verdict.instance().provider().id()
            + " "
            + PlainText.forTerminal(
                verdict
                    .instance()
                    .placement()
                    .zone()
                    .orElse(verdict.instance().placement().region())));
    lines.add(
        PlainText.forTerminal(verdict.current().instanceType())
            + verdict
                .current()
                .offering()
                .map(offering -> " (" + size(offering.type()) + ")")
                .orElse("")
            + verdict
                .current()
                .price()
                .map(price -> ", " + Amounts.shown(price) + " a month")
                .orElse(", no price"));
    lines.add("");
    lines.add(VerdictRow.shown(verdict.finding()).toUpperCase(Locale.ROOT));
    lines.add(Because.of(verdict));
    lines.add("");
    lines.add(
        "Policy "
            + (verdict.policy().isEmpty() ? "none" : PlainText.forTerminal(verdict.policy()))
            + ", as of "
            + verdict.asOf());
  }

  private void demand(Demands demands) {
    section("Demand");
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

  private void required(Required required) {
    section("Required");
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

  private void workers() {
    verdict
        .workers()
        .ifPresent(
            advice -> {
              section("Workers");
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
            });
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

  private void options() {
    if (verdict.options().isEmpty()) {
      return;
    }
    section("Options");
    List<List<String>> rows = new ArrayList<>();
    verdict.options().forEach(option -> rows.add(row(String.valueOf(option.rank()), option)));
    verdict.destination().ifPresent(option -> rows.add(row("later", option)));
    table(
        List.of(
            "RANK",
            "TYPE",
            "SIZE",
            "PER MONTH",
            "SAVES",
            "RISK",
            "CPU",
            "MEMORY",
            "WORKERS",
            "EFFORT"),
        rows,
        Set.of("RANK", "PER MONTH", "SAVES", "RISK", "CPU", "MEMORY", "WORKERS"));
    for (Blocker blocker : verdict.options().get(0).blockers()) {
      lines.add("  " + words(blocker.kind()) + PlainText.forTerminal(blocker.text()));
    }
    if (!verdict.fallbacks().isEmpty()) {
      lines.add("  if capacity is refused: " + String.join(", ", verdict.fallbacks()));
    }
  }

  private static String words(Blocker.Kind kind) {
    return switch (kind) {
      case BLOCKS -> "blocked: ";
      case ACCEPT_FIRST -> "accept first: ";
      case NOT_VERIFIED -> "not verified: ";
    };
  }

  private static List<String> row(String rank, Option option) {
    return List.of(
        rank,
        option.instanceType(),
        size(option.offering().type()),
        Amounts.grouped(option.price().rounded())
            + (option.offering().basis() == PriceBasis.DERIVED ? " derived" : ""),
        option.saving().map(saving -> Amounts.grouped(saving.rounded())).orElse("–"),
        String.valueOf(option.risk().level()),
        option.projected().cpuPeak().map(Utilization::toString).orElse("?"),
        option.projected().memoryPeak().map(Utilization::toString).orElse("?"),
        option.workers().map(advice -> String.valueOf(advice.recommended())).orElse("–"),
        option.effort().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private void rejected() {
    if (!verdict.rejected().isEmpty()) {
      section("Cheaper, but");
      List<List<String>> rows = new ArrayList<>();
      for (Rejection rejection : verdict.rejected()) {
        rows.add(
            List.of(
                rejection.instanceType(),
                Amounts.grouped(rejection.price().rounded()),
                PlainText.forTerminal(rejection.refusal().text())));
      }
      table(List.of("TYPE", "PER MONTH", "WHY NOT"), rows, Set.of("PER MONTH"));
    }
    if (!verdict.excludedByRule().isEmpty()) {
      lines.add(
          "  not considered: "
              + verdict.excludedByRule().entrySet().stream()
                  .map(Explanation::excluded)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String excluded(Map.Entry<String, Integer> rule) {
    return rule.getValue() + " by " + rule.getKey();
  }

  private void notices() {
    if (!verdict.notices().isEmpty()) {
      section("Know");
      for (Notice notice : verdict.notices()) {
        lines.add("  - " + PlainText.forTerminal(notice.text()));
      }
    }
  }

  private static String size(InstanceType type) {
    String sustained = type.isBurstable() ? ", " + type.sustained() + " sustained" : "";
    return type.vcpus() + " vCPU, " + type.memory() + sustained;
  }

  private void section(String title) {
    lines.add("");
    lines.add(title);
  }

  private boolean line(String name, String text) {
    lines.add(String.format(Locale.ROOT, "  %-15s  %s", name, text));
    return true;
  }

  private void table(List<String> headers, List<List<String>> rows, Set<String> numbers) {
    TextTable.of(headers, rows, numbers, WIDEST_CELL).lines().forEach(row -> lines.add("  " + row));
  }
}
