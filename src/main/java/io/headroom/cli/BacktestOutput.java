package io.headroom.cli;

import io.headroom.report.backtest.BacktestFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a backtest goes, and how. */
final class BacktestOutput {

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "table, json, yaml, csv, md, html or svg (default: ${DEFAULT-VALUE}).")
  private BacktestFormat format = BacktestFormat.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also writes a file, its format by its suffix; repeatable.")
  private List<Path> files = List.of();

  /** Writes one document in one format. */
  @FunctionalInterface
  interface Document {
    void write(BacktestFormat as, Writer out) throws IOException;
  }

  /**
   * Checks formats and folders before anything is tried.
   *
   * @throws CommandFailure if a file cannot be written
   */
  void check() {
    for (Path file : files) {
      formatOf(file);
      WholeFile.check(file);
    }
  }

  /** Whether some output is {@code wanted}. */
  boolean has(BacktestFormat wanted) {
    return format == wanted || files.stream().anyMatch(file -> formatOf(file) == wanted);
  }

  /** Returns the format for the terminal. */
  BacktestFormat format() {
    return format;
  }

  /** Writes the terminal's and every file; a file appears under its name when it is complete. */
  void write(Terminal terminal, Document document) {
    try {
      document.write(format, terminal.out());
      terminal.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path file : files) {
      WholeFile.write(file, out -> document.write(formatOf(file), out));
      terminal.say("wrote " + file);
    }
  }

  private static BacktestFormat formatOf(Path file) {
    return BacktestFormat.ofFile(file)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Invalid --out: "
                        + file
                        + "; expected a file that ends in "
                        + BacktestFormat.knownSuffixes(),
                    ExitCode.USAGE));
  }

  /** Reads the name of a format. */
  static final class FormatConverter implements ITypeConverter<BacktestFormat> {
    @Override
    public BacktestFormat convert(String text) {
      return BacktestFormat.ofId(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is no format; expected " + BacktestFormat.names()));
    }
  }
}
