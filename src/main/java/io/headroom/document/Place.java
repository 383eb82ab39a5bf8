package io.headroom.document;

import java.util.Comparator;

/**
 * Where something stands in a document.
 *
 * @param file name of the file as the user gave it
 * @param line line, from 1; 0 if the file as a whole is meant
 * @param column column in characters, from 1; 0 if the file as a whole is meant
 * @param path way to it: {@code prices[0].hourly}; empty for the document itself
 */
public record Place(String file, int line, int column, String path) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column)
          .thenComparing(Place::path);

  /** Returns the place of a file as a whole. */
  public static Place ofFile(String file) {
    return new Place(file, 0, 0, "");
  }

  /** Returns the path of the value under {@code key}; a hostile key is shortened and escaped. */
  String pathOf(String key) {
    String name = isPlain(key) ? key : "[" + Excerpt.quoted(key) + "]";
    return path.isEmpty() || name.startsWith("[") ? path + name : path + "." + name;
  }

  /** Returns the path of the entry with that index. */
  String pathOf(int index) {
    return path + "[" + index + "]";
  }

  /** Returns the path for a sentence: {@code prices[0].hourly}, or {@code the document}. */
  public String subject() {
    return path.isEmpty() ? "the document" : path;
  }

  private static boolean isPlain(String key) {
    return !key.isEmpty()
        && key.length() <= Excerpt.MOST_CHARACTERS
        && key.chars().allMatch(Place::isPlain);
  }

  private static boolean isPlain(int character) {
    return character == '_'
        || character == '-'
        || (character < 0x80 && Character.isLetterOrDigit(character));
  }

  /** Orders by file, line, column and path. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code file:line:column}, or the file alone if it is meant as a whole. */
  @Override
  public String toString() {
    String name = Excerpt.escaped(file);
    return line == 0 ? name : name + ":" + line + ":" + column;
  }
}
