package io.headroom.cli;

import io.headroom.advice.change.FleetChanges;
import io.headroom.report.change.ChangeFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where changes go, and how. */
final class ChangeOutput {

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "What changed, as table, json, csv, md or html (default: ${DEFAULT-VALUE}).")
  private ChangeFormat format = ChangeFormat.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also writes what changed to a file, its format by its suffix; repeatable.")
  private List<Path> files = List.of();

  /**
   * Checks formats and folders before anything is done.
   *
   * @throws CommandFailure if a file cannot be written
   */
  void check() {
    for (Path file : files) {
      formatOf(file);
      WholeFile.check(file);
    }
  }

  /** Writes the terminal's and every file. */
  void write(Terminal terminal, FleetChanges changes) {
    try {
      format.write(changes, terminal.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path file : files) {
      WholeFile.write(file, out -> formatOf(file).write(changes, out));
      terminal.say("wrote " + file);
    }
  }

  private static ChangeFormat formatOf(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    Optional<ChangeFormat> format =
        suffix.equals("txt") ? Optional.of(ChangeFormat.TABLE) : ChangeFormat.ofId(suffix);
    return format.orElseThrow(
        () ->
            new CommandFailure(
                "Invalid --out: "
                    + file
                    + "; expected a file that ends in .txt, .json, .csv, .md or .html",
                ExitCode.USAGE));
  }
}
