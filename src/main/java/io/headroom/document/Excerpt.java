package io.headroom.document;

import java.util.Locale;

/**
 * Shows a value of a document in a message: never long, never with a character that a terminal or a
 * log would act on.
 */
public final class Excerpt {

  /** Characters of a value that are shown. */
  public static final int MOST_CHARACTERS = 60;

  private Excerpt() {}

  /** Returns the beginning of {@code value} in double quotes. */
  public static String quoted(String value) {
    return '"' + of(value).replace("\"", "\\\"") + '"';
  }

  /** Returns the beginning of {@code value}, escaped; a cut is marked with an ellipsis. */
  public static String of(String value) {
    return value.length() <= MOST_CHARACTERS
        ? escaped(value)
        : escaped(value.substring(0, MOST_CHARACTERS)) + "…";
  }

  /** Returns all of {@code value} with control and invisible characters escaped. */
  public static String escaped(String value) {
    StringBuilder shown = new StringBuilder(value.length());
    value.codePoints().forEach(character -> append(shown, character));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int character) {
    if (isVisible(character)) {
      shown.appendCodePoint(character);
    } else {
      shown.append(String.format(Locale.ROOT, "\\u%04X", character));
    }
  }

  /** Format characters turn the direction of a line round or hide in it; surrogates stand alone. */
  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
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
