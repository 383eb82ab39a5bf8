package io.headroom.report;

import io.headroom.model.catalog.Offering;
import io.headroom.model.demand.Demand;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A verdict as a row of a table for people: short, rounded, and plain text of others made safe. */
final class VerdictRow {

  private static final String NOTHING = "–";

  private final Verdict verdict;

  VerdictRow(Verdict verdict) {
    this.verdict = verdict;
  }

  static List<String> headers() {
    return List.of(
        "INSTANCE", "FINDING", "NOW", "PROPOSED", "CPU", "MEM GIB", "WORKERS", "SAVES/MO", "RISK");
  }

  List<String> cells() {
    return List.of(
        PlainText.forTerminal(Column.nameOf(verdict.instance())),
        finding(),
        present(),
        proposed(),
        cpu(),
        memory(),
        workers(),
        saving(),
        risk());
  }

  static List<String> wideHeaders() {
    return List.of(
        "INSTANCE",
        "ID",
        "REGION",
        "FINDING",
        "NOW",
        "PROPOSED",
        "CPU",
        "MEM GIB",
        "WORKERS",
        "NOW/MO",
        "SAVES/MO",
        "RISK",
        "POLICY",
        "BLOCKED BY");
  }

  List<String> wideCells() {
    return List.of(
        PlainText.forTerminal(Column.nameOf(verdict.instance())),
        PlainText.forTerminal(verdict.instance().id()),
        PlainText.forTerminal(
            verdict.instance().provider().id() + " " + verdict.instance().placement().region()),
        finding(),
        present(),
        proposed(),
        cpu(),
        memory(),
        workers(),
        price(),
        saving(),
        risk(),
        verdict.policy().isEmpty() ? NOTHING : PlainText.forTerminal(verdict.policy()),
        blockers());
  }

  String finding() {
    return FindingWords.cell(verdict);
  }

  String present() {
    return PlainText.forTerminal(verdict.current().instanceType());
  }

  String price() {
    return verdict.current().price().map(Amounts::shown).orElse(NOTHING);
  }

  String proposed() {
    return verdict
        .recommended()
        .map(option -> option.instanceType() + (isBlocked(option) ? " (blocked)" : ""))
        .orElse(NOTHING);
  }

  private static boolean isBlocked(Option option) {
    return option.blockers().stream().anyMatch(blocker -> blocker.kind() == Blocker.Kind.BLOCKS);
  }

  String cpu() {
    Optional<VCpus> used =
        verdict.demand().flatMap(demands -> demands.cpu().observed()).map(Demand.Observed::value);
    return used.map(value -> rounded(value.value())).orElse("?")
        + "/"
        + presentOffering().map(offering -> offering.type().vcpus().toString()).orElse("?");
  }

  String memory() {
    Optional<String> used =
        verdict
            .demand()
            .flatMap(demands -> demands.memory().observed())
            .map(observed -> rounded(observed.value().value() / 1024));
    return used.orElse("?")
        + "/"
        + presentOffering()
            .map(offering -> rounded(offering.type().memory().value() / 1024))
            .orElse("?");
  }

  private Optional<Offering> presentOffering() {
    return verdict.current().offering();
  }

  private static String rounded(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  String workers() {
    return verdict.workers().map(VerdictRow::workers).orElse(NOTHING);
  }

  private static String workers(WorkerAdvice advice) {
    String recommended = String.valueOf(advice.recommended());
    return advice.current().isPresent() && advice.current().getAsInt() != advice.recommended()
        ? advice.current().getAsInt() + "→" + recommended
        : recommended;
  }

  String saving() {
    return verdict
        .recommended()
        .flatMap(Option::saving)
        .map(MonthlySaving::rounded)
        .map(Amounts::grouped)
        .orElse(NOTHING);
  }

  String risk() {
    return verdict.current().risk().map(risk -> String.valueOf(risk.level())).orElse(NOTHING)
        + verdict.recommended().map(option -> "→" + option.risk().level()).orElse("");
  }

  private String blockers() {
    return verdict
        .recommended()
        .map(
            option ->
                option.blockers().stream()
                    .filter(blocker -> blocker.kind() != Blocker.Kind.NOT_VERIFIED)
                    .map(Blocker::shown)
                    .map(PlainText::forTerminal)
                    .collect(Collectors.joining("; ")))
        .filter(text -> !text.isEmpty())
        .orElse(NOTHING);
  }
}
