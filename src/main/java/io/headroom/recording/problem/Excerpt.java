package io.headroom.recording.problem;

import java.util.Locale;

/**
 * Shows text of a file in a message. A recording may come from anywhere, so the text is cut to 60
 * characters and control characters, which a terminal would obey, are written as escapes.
 */
public final class Excerpt {

  private static final int MOST = 60;

  private Excerpt() {}

  /** Returns the text in quotes; {@code nothing} if it is empty. */
  public static String quoted(String text) {
    return text.isEmpty() ? "nothing" : '"' + plain(text) + '"';
  }

  /** Returns the text without quotes, for names that a reader would not mistake for prose. */
  public static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(MOST).forEach(point -> append(shown, point));
    if (text.codePointCount(0, text.length()) > MOST) {
      shown.append('…');
    }
    return shown.toString();
  }

  /** Returns the whole text with its control characters as escapes. */
  public static String escaped(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (isSafe(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append(String.format(Locale.ROOT, "\\u{%x}", point));
    }
  }

  /** Format characters reorder or hide what stands beside them. */
  private static boolean isSafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
