package io.headroom.report;

import java.util.Locale;

/**
 * Makes text that others wrote harmless: names and tags of machines can hold anything. Each place
 * text goes to has its own dangers.
 */
public final class PlainText {

  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final String MARKDOWN_SPECIALS = "\\`*_{}[]<>()#+-.!|~&";

  private PlainText() {}

  /**
   * Returns {@code text} for a terminal, on one line: control characters, line separators, and
   * characters that reorder or hide text are shown as {@code \}{@code uXXXX}.
   */
  public static String forTerminal(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isUnsafe(point)) {
                safe.append(String.format(Locale.ROOT, "\\u%04X", point));
              } else {
                safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }

  private static boolean isUnsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /**
   * Returns {@code text} for a cell of a spreadsheet: as for a terminal, and what would be taken
   * for a formula gets a leading apostrophe. Quoting is the CSV writer's.
   */
  public static String forCell(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return (formula ? "'" : "") + forTerminal(text);
  }

  /** Returns {@code text} for Markdown: as for a terminal, and every special character escaped. */
  public static String forMarkdown(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    forTerminal(text)
        .codePoints()
        .forEach(
            point -> {
              if (MARKDOWN_SPECIALS.indexOf(point) >= 0) {
                safe.append('\\');
              }
              safe.appendCodePoint(point);
            });
    return safe.toString();
  }
}
