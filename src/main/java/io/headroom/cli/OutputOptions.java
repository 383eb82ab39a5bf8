package io.headroom.cli;

import io.headroom.report.OutputFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where results go, and how. */
final class OutputOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = "table, wide, json, yaml, csv, md, html or name (default: table).")
  private Optional<OutputFormat> output = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also writes a file, its format by its suffix; repeatable.")
  private List<Path> files = List.of();

  /** Returns the format for the terminal, the table if none was asked for. */
  OutputFormat format() {
    return output.orElse(OutputFormat.TABLE);
  }

  /** Returns the files to write. */
  List<Path> files() {
    return files;
  }

  /**
   * Returns the format of a file by its suffix.
   *
   * @throws CommandFailure if no format has it
   */
  static OutputFormat formatOf(Path file) {
    return OutputFormat.ofFile(file)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Invalid --out: "
                        + file
                        + "; expected a file that ends in "
                        + OutputFormat.knownSuffixes(),
                    ExitCode.USAGE));
  }

  /** Reads the name of a format. */
  static final class FormatConverter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String text) {
      return Arrays.stream(OutputFormat.values())
          .filter(format -> format.id().equals(text.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + text
                          + "' is no format; expected "
                          + Arrays.stream(OutputFormat.values())
                              .map(OutputFormat::id)
                              .collect(Collectors.joining(", "))));
    }
  }
}
