package io.headroom.report.backtest;

import io.headroom.advice.backtest.BacktestPlan;
import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.MachineTrial;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats a backtest can be written in. */
public enum BacktestFormat {
  /** Tables for people. */
  TABLE("txt"),
  /** JSON. */
  JSON("json"),
  /** The JSON document as YAML. */
  YAML("yaml", "yml"),
  /** A spreadsheet, one row for each line and measure. */
  CSV("csv"),
  /** Markdown tables. */
  MD("md", "markdown"),
  /** A page for a browser, with the frontier. */
  HTML("html", "htm"),
  /** The picture of price against shortage, of a fleet only. */
  SVG("svg");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> suffixes;

  BacktestFormat(String... suffixes) {
    this.suffixes = List.of(suffixes);
  }

  /** Returns the name used on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the format of that name, or nothing. */
  public static Optional<BacktestFormat> ofId(String id) {
    return Arrays.stream(values())
        .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Returns the format that a file's suffix asks for, or nothing if no format has it. */
  public static Optional<BacktestFormat> ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.suffixes.stream().anyMatch(one -> name.endsWith("." + one)))
        .findFirst();
  }

  /** Returns the names of all formats, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(BacktestFormat::id).collect(Collectors.joining(", "));
  }

  /** Returns the suffixes a file may have, for messages. */
  public static String knownSuffixes() {
    return Arrays.stream(values())
        .flatMap(format -> format.suffixes.stream())
        .map(suffix -> "." + suffix)
        .collect(Collectors.joining(", "));
  }

  /**
   * Writes the backtest of a fleet and flushes.
   *
   * @throws IOException if it cannot be written
   */
  public void write(BacktestResult result, Writer out) throws IOException {
    switch (this) {
      case TABLE -> BacktestText.plain(result, out);
      case JSON -> {
        new BacktestJson(OutputFormat.json(out)).write(result);
        out.write('\n');
      }
      case YAML -> new BacktestJson(OutputFormat.yaml(out)).write(result);
      case CSV -> BacktestCsv.write(result, out);
      case MD -> BacktestText.markdown(result, out);
      case HTML -> BacktestHtml.write(result, out);
      case SVG -> out.write(new FrontierSvg(result).text());
    }
    out.flush();
  }

  /**
   * Writes the backtest of one machine and flushes.
   *
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if this is {@link #SVG}: one machine has no frontier
   */
  public void write(BacktestPlan plan, MachineTrial trial, Writer out) throws IOException {
    switch (this) {
      case TABLE -> BacktestText.plain(trial, out);
      case JSON -> {
        new MachineTrialJson(OutputFormat.json(out)).write(plan, trial);
        out.write('\n');
      }
      case YAML -> new MachineTrialJson(OutputFormat.yaml(out)).write(plan, trial);
      case CSV -> BacktestCsv.write(trial, out);
      case MD -> BacktestText.markdown(trial, out);
      case HTML -> BacktestHtml.write(trial, out);
      case SVG ->
          throw new IllegalArgumentException(
              "Cannot draw the frontier of one machine: name a fleet");
    }
    out.flush();
  }
}
