package io.headroom.report;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.PriceBasis;
import io.headroom.model.unit.Utilization;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The types a machine could become, the recommended one first. */
final class OptionText {

  private static final List<String> HEADERS =
      List.of(
          "RANK",
          "TYPE",
          "SIZE",
          "PER MONTH",
          "SAVES",
          "CPU",
          "MEMORY",
          "WORKERS",
          "RISK",
          "EFFORT");

  private static final Set<String> NUMBERS =
      Set.of("RANK", "PER MONTH", "SAVES", "RISK", "CPU", "MEMORY", "WORKERS");

  private OptionText() {}

  static void write(Page page, Verdict verdict) {
    if (verdict.options().isEmpty()) {
      return;
    }
    page.section("What it could be (CPU and memory at the peak)");
    List<List<String>> rows = new ArrayList<>();
    verdict.options().forEach(option -> rows.add(row(String.valueOf(option.rank()), option)));
    verdict.destination().ifPresent(option -> rows.add(row("later", option)));
    page.table(HEADERS, rows, NUMBERS);
    for (Blocker blocker : verdict.options().get(0).blockers()) {
      page.indented(words(blocker.kind()) + PlainText.forTerminal(blocker.text()));
    }
    if (!verdict.fallbacks().isEmpty()) {
      page.indented("if there is no capacity:");
      page.list(verdict.fallbacks());
    }
  }

  static String words(Blocker.Kind kind) {
    return switch (kind) {
      case BLOCKS -> "blocked: ";
      case ACCEPT_FIRST -> "accept first: ";
      case NOT_VERIFIED -> "to be checked: ";
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
        option.projected().cpuPeak().map(Utilization::toString).orElse("?"),
        option.projected().memoryPeak().map(Utilization::toString).orElse("?"),
        option.workers().map(advice -> String.valueOf(advice.recommended())).orElse("–"),
        String.valueOf(option.risk().level()),
        option.effort().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** Returns the size of a type, such as {@code 2 vCPU, 4 GiB, 0.4 vCPU sustained}. */
  static String size(InstanceType type) {
    String sustained = type.isBurstable() ? ", " + type.sustained() + " vCPU sustained" : "";
    return type.vcpus() + " vCPU, " + type.memory() + sustained;
  }
}
