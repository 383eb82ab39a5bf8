package io.headroom.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken between words, so that a terminal does not break it inside them. */
final class Wrapped {

  /** Leaves room for an indent on a terminal of 120 columns. */
  private static final int WIDTH = 108;

  private Wrapped() {}

  /** Returns the lines of {@code text}; a word that is longer than a line has its own. */
  static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", /* limit= */ -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
