package io.headroom.cli;

/** A number with the word for what it counts. */
final class Counted {

  private Counted() {}

  /** Returns {@code 1 machine}, {@code 2 machines}. */
  static String of(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
