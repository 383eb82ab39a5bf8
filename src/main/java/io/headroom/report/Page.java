package io.headroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A page of text in the making: sections of lines that begin with what they are about. */
final class Page implements FactWriter {

  private static final int WIDEST_CELL = 60;

  private final List<String> lines = new ArrayList<>();

  /** Adds text, wrapped. */
  void text(String text) {
    lines.addAll(Wrapped.of(text));
  }

  /** Adds text, wrapped and indented. */
  void indented(String text) {
    Wrapped.of(text).forEach(line -> lines.add("  " + line));
  }

  @Override
  public void section(String title) {
    lines.add("");
    lines.add(title);
  }

  /** Adds a blank line. */
  void gap() {
    lines.add("");
  }

  /** Adds items separated by commas, further indented. */
  void list(List<String> items) {
    Wrapped.list(items).forEach(line -> lines.add("    " + line));
  }

  @Override
  public void line(String name, String text) {
    String head = name;
    for (String part : Wrapped.of(text)) {
      lines.add(String.format(Locale.ROOT, "  %-11s  %s", head, part).stripTrailing());
      head = "";
    }
  }

  /** Adds a table whose {@code numbers} are aligned to the right. */
  void table(List<String> headers, List<List<String>> rows, Set<String> numbers) {
    TextTable.of(headers, rows, numbers, WIDEST_CELL).lines().forEach(row -> lines.add("  " + row));
  }

  /** Returns the lines separated by newlines, ending with one. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
