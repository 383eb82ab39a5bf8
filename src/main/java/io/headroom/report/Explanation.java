package io.headroom.report;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.unit.Utilization;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    explanation.facts("Demand", EvidenceLines.demand(verdict));
    explanation.facts("Required", EvidenceLines.required(verdict));
    explanation.facts("Workers", EvidenceLines.workers(verdict));
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

  private void facts(String title, List<EvidenceLines.Fact> facts) {
    if (!facts.isEmpty()) {
      section(title);
      facts.forEach(fact -> line(fact.name(), fact.text()));
    }
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

  static String words(Blocker.Kind kind) {
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

  static String excluded(Map.Entry<String, Integer> rule) {
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

  static String size(InstanceType type) {
    String sustained = type.isBurstable() ? ", " + type.sustained() + " sustained" : "";
    return type.vcpus() + " vCPU, " + type.memory() + sustained;
  }

  private void section(String title) {
    lines.add("");
    lines.add(title);
  }

  private void line(String name, String text) {
    lines.add(String.format(Locale.ROOT, "  %-15s  %s", name, text));
  }

  private void table(List<String> headers, List<List<String>> rows, Set<String> numbers) {
    TextTable.of(headers, rows, numbers, WIDEST_CELL).lines().forEach(row -> lines.add("  " + row));
  }
}
