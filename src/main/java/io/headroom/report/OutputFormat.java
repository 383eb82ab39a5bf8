package io.headroom.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats a list of verdicts can be written in. */
public enum OutputFormat {
  /** A table for people. */
  TABLE("txt"),
  /** The same with more columns. */
  WIDE,
  /** JSON. */
  JSON("json"),
  /** The JSON document as YAML. */
  YAML("yaml", "yml"),
  /** A spreadsheet. */
  CSV("csv"),
  /** A Markdown table. */
  MD("md", "markdown"),
  /** A page with pictures for a browser; a large fleet has a folder of pages beside it. */
  HTML("html", "htm"),
  /** Ids of machines with a recommendation. */
  NAME;

  /** Version of every document Headroom writes or reads. */
  public static final String API_VERSION = "headroom/v1";

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> suffixes;

  OutputFormat(String... suffixes) {
    this.suffixes = List.of(suffixes);
  }

  /** Returns the name used on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the format that a file's suffix asks for, or nothing if no format has it. */
  public static Optional<OutputFormat> ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.suffixes.stream().anyMatch(one -> name.endsWith("." + one)))
        .findFirst();
  }

  /** Returns the suffixes a file may have, for messages. */
  public static String knownSuffixes() {
    return String.join(
        ", ",
        Arrays.stream(values())
            .flatMap(format -> format.suffixes.stream())
            .map(s -> "." + s)
            .toList());
  }

  /**
   * Starts a document.
   *
   * @param target where it goes; the sink flushes it at the end, and closes nothing
   * @param asOf end of the look-back window
   * @throws IOException if it cannot be written
   */
  public VerdictSink open(OutputTarget target, Instant asOf) throws IOException {
    Writer out = target.out();
    return switch (this) {
      case TABLE -> TableSink.table(out, target.paint());
      case WIDE -> TableSink.wide(out, target.paint());
      case JSON -> new DocumentSink(json(out), asOf);
      case YAML -> new DocumentSink(yaml(out), asOf);
      case CSV -> new CsvSink(out);
      case MD -> new MarkdownSink(out);
      case HTML -> new HtmlSink(out, target.annex(), asOf);
      case NAME -> new NameSink(out);
    };
  }

  /**
   * Returns a generator of indented JSON, two blanks a level, newlines as {@code \n}.
   *
   * @throws IOException if it cannot be written to
   */
  public static JsonGenerator json(Writer out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return json;
  }

  /**
   * Returns a generator of YAML.
   *
   * @throws IOException if it cannot be written to
   */
  public static JsonGenerator yaml(Writer out) throws IOException {
    JsonGenerator yaml =
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build()
            .createGenerator(out);
    yaml.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return yaml;
  }
}
