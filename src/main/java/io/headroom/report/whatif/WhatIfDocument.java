package io.headroom.report.whatif;

import io.headroom.advice.SizeComparison;
import io.headroom.report.OutputFormat;
import io.headroom.report.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sizes compared, in any format that suits them. */
public final class WhatIfDocument {

  private static final Set<OutputFormat> SUITING =
      EnumSet.of(
          OutputFormat.TABLE,
          OutputFormat.JSON,
          OutputFormat.YAML,
          OutputFormat.CSV,
          OutputFormat.MD,
          OutputFormat.HTML);

  private WhatIfDocument() {}

  /** Returns whether there is a document in that format. */
  public static boolean suits(OutputFormat format) {
    return SUITING.contains(format);
  }

  /**
   * Writes the document and flushes {@code out}, which stays open unless the format closes it.
   *
   * @param pictures whether the text for people may have pictures
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if the format does not suit
   */
  public static void write(
      SizeComparison comparison, OutputFormat format, TextPictures pictures, Writer out)
      throws IOException {
    switch (format) {
      case TABLE -> out.write(WhatIfText.of(comparison, pictures));
      case JSON -> {
        new WhatIfJson(OutputFormat.json(out)).write(comparison);
        out.write('\n');
      }
      case YAML -> new WhatIfJson(OutputFormat.yaml(out)).write(comparison);
      case CSV -> WhatIfCsv.write(comparison, out);
      case MD -> out.write(markdown(comparison));
      case HTML -> WhatIfHtml.write(comparison, out);
      default -> throw new IllegalArgumentException("Invalid format: " + format.id());
    }
    out.flush();
  }

  private static String markdown(SizeComparison comparison) {
    StringBuilder text = new StringBuilder();
    WhatIfTable table = new WhatIfTable(comparison);
    text.append(row(table.headers()));
    text.append("| --- ".repeat(table.headers().size())).append("|\n");
    table.rows().forEach(cells -> text.append(row(cells)));
    text.append('\n');
    Felt.sentences(comparison)
        .forEach(sentence -> text.append(PlainText.forMarkdown(sentence)).append("  \n"));
    WhatIfText.notes(comparison)
        .forEach(note -> text.append("\n> ").append(PlainText.forMarkdown(note)).append('\n'));
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(PlainText::forMarkdown)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
