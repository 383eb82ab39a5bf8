package io.headroom.policy.file;

import io.headroom.document.Place;

/**
 * Finds where a character of a text value stands in its file, however the value is written: plain,
 * in quotes, folded or as a block. White space is what the ways of writing differ in, so visible
 * characters are counted.
 */
final class SelectorPlace {

  private SelectorPlace() {}

  /**
   * Returns the place of the character at {@code offset} of {@code text}.
   *
   * @param source content of the file
   * @param start where the value begins
   * @param text the value
   */
  static Place of(String source, Place start, String text, int offset) {
    int begin = indexOf(source, start);
    char style = source.charAt(begin);
    int index =
        switch (style) {
          case '|', '>' -> source.indexOf('\n', begin);
          case '\'', '"' -> begin + 1;
          default -> begin;
        };
    long before =
        text.substring(0, Math.min(offset, text.length()))
            .chars()
            .filter(character -> !isSpace((char) character))
            .count();
    while (index < source.length() - 1 && (before > 0 || isSpace(source.charAt(index)))) {
      if (!isSpace(source.charAt(index))) {
        before--;
        index += isEscape(style, source, index) ? 1 : 0;
      }
      index++;
    }
    return placeOf(source, index, start);
  }

  private static int indexOf(String source, Place start) {
    int index = 0;
    for (int line = 1; line < start.line(); line++) {
      index = source.indexOf('\n', index) + 1;
    }
    return index + start.column() - 1;
  }

  private static Place placeOf(String source, int index, Place start) {
    int lineStart = source.lastIndexOf('\n', index - 1) + 1;
    int line = 1 + (int) source.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Place(start.file(), line, index - lineStart + 1, start.path());
  }

  private static boolean isEscape(char style, String source, int index) {
    return (style == '"' && source.charAt(index) == '\\')
        || (style == '\'' && source.startsWith("''", index));
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character);
  }
}
