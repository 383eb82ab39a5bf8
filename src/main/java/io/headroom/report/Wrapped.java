package io.headroom.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken between words, so that a terminal of 120 columns does not break it inside them. */
public final class Wrapped {

  /** Leaves room for the widest indent. */
  private static final int WIDTH = 104;

  private Wrapped() {}

  /** Returns the lines of {@code text}; a word that is longer than a line has its own. */
  public static List<String> of(String text) {
    return lines(List.of(text.split(" ", /* limit= */ -1)), " ");
  }

  /** Returns {@code items} separated by commas, none of them broken. */
  static List<String> list(List<String> items) {
    return lines(items, ", ");
  }

  private static List<String> lines(List<String> pieces, String separator) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces) {
      if (line.length() > 0 && line.length() + separator.length() + piece.length() > WIDTH) {
        lines.add(line.append(separator).toString().stripTrailing());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : separator).append(piece);
    }
    lines.add(line.toString());
    return lines;
  }
}
