package io.headroom.report.backtest;

import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.CutRule;
import io.headroom.advice.backtest.Difference;
import io.headroom.advice.backtest.LineResult;
import io.headroom.advice.backtest.MachineHalf;
import io.headroom.advice.backtest.Measure;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.verdict.Finding;
import io.headroom.report.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of a fleet's backtest, for people. */
final class FleetRows {

  private static final String NOTHING = "–";

  private static final Map<Measure, String> HEADERS = headers();

  private final BacktestResult result;
  private final List<Measure> measures;

  FleetRows(BacktestResult result) {
    this.result = result;
    this.measures =
        Arrays.stream(Measure.values())
            .filter(
                measure ->
                    result.lines().stream().anyMatch(one -> one.estimates().containsKey(measure)))
            .toList();
  }

  private static Map<Measure, String> headers() {
    Map<Measure, String> headers = new EnumMap<>(Measure.class);
    headers.put(Measure.COST, "PRICE");
    headers.put(Measure.COST_OF_CLAIRVOYANT, "× CLAIRVOYANT");
    headers.put(Measure.CPU_SHORT_MACHINES, "CPU SHORT");
    headers.put(Measure.CPU_SHORT_SAMPLES, "SAMPLES");
    headers.put(Measure.MEMORY_SHORT_MACHINES, "MEMORY SHORT");
    headers.put(Measure.CHANGED, "CHANGED");
    headers.put(Measure.CHURN, "CHURN");
    return headers;
  }

  /** A table with its title. */
  record Table(String title, List<String> headers, List<List<String>> rows) {}

  /** Returns the tables in their order. */
  List<Table> tables() {
    return List.of(results(), differences(), findings());
  }

  private Table results() {
    return new Table(
        "95 % intervals from resampling machines in parentheses",
        with("POLICY", measures.stream().map(HEADERS::get)),
        result.lines().stream()
            .map(line -> with(PlainText.forTerminal(line.name()), cells(line)))
            .toList());
  }

  private Stream<String> cells(LineResult line) {
    return measures.stream()
        .map(
            measure ->
                Optional.ofNullable(line.estimates().get(measure))
                    .map(estimate -> Figures.shown(measure, estimate))
                    .orElse(NOTHING));
  }

  private Table differences() {
    return new Table(
        "against "
            + PlainText.forTerminal(result.plan().reference())
            + ", shares in percentage points; * zero is outside of the interval",
        with("POLICY", measures.stream().map(HEADERS::get)),
        result.differences().stream()
            .map(one -> with(PlainText.forTerminal(one.line()), cells(one)))
            .toList());
  }

  private Stream<String> cells(Difference difference) {
    return measures.stream()
        .map(
            measure ->
                Optional.ofNullable(difference.estimates().get(measure))
                    .map(estimate -> Figures.difference(measure, estimate))
                    .orElse(NOTHING));
  }

  private Table findings() {
    return new Table(
        "findings at the cuts",
        with("POLICY", findingNames(name -> name.toUpperCase(Locale.ROOT))),
        result.lines().stream()
            .filter(line -> line.kind() == LineResult.Kind.CONTENDER)
            .map(
                line ->
                    with(
                        PlainText.forTerminal(line.name()),
                        Arrays.stream(Finding.values())
                            .map(
                                finding ->
                                    String.valueOf(line.findings().getOrDefault(finding, 0)))))
            .toList());
  }

  private static Stream<String> findingNames(Function<String, String> form) {
    return Arrays.stream(Finding.values())
        .map(finding -> form.apply(finding.name().replace('_', ' ')));
  }

  /** Returns what was tried on whom, in a few lines. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        result.machines()
            + " machines, "
            + result.cuts()
            + " cuts: "
            + how()
            + ", "
            + (result.plan().played() == SampleSeries.MAXIMUM
                ? "CPU maxima inside the slots played"
                : "CPU means played")
            + half());
    lines.addAll(result.notes());
    return lines;
  }

  private String how() {
    CutRule rule = result.plan().cuts();
    return rule.training()
        .flatMap(
            training ->
                rule.test().map(test -> hours(training) + " before, " + hours(test) + " after"))
        .map(
            parts ->
                parts
                    + (rule.repetition() == CutRule.Repetition.ROLLING ? ", rolling" : ", one cut"))
        .orElse("one cut at half of each record");
  }

  private String half() {
    return result.plan().half() == MachineHalf.BOTH
        ? ""
        : ", " + result.plan().half().name().toLowerCase(Locale.ROOT) + " half of the machines";
  }

  private static String hours(Duration length) {
    return length.toHours() % 24 == 0 && length.toHours() > 0
        ? length.toDays() + " days"
        : length.toMinutes() % 60 == 0
            ? length.toHours() + " hours"
            : length.toMinutes() + " minutes";
  }

  private static List<String> with(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).toList();
  }
}
