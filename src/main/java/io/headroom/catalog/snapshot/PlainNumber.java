package io.headroom.catalog.snapshot;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers of digits and one point alone: neither signs, nor spaces, nor exponents, which make a
 * number of any size. The loops are over arrays because a start of the command line runs them tens
 * of thousands of times before they are compiled.
 */
final class PlainNumber {

  /** What is no whole number. */
  static final int NONE = -1;

  private static final int MOST_DIGITS = 9;
  private static final int LONGEST_DECIMAL = 30;

  private PlainNumber() {}

  /** Returns the whole number, at most 999,999,999; {@link #NONE} if the text is none. */
  static int whole(String text) {
    char[] characters = text.toCharArray();
    if (characters.length == 0 || characters.length > MOST_DIGITS) {
      return NONE;
    }
    int number = 0;
    for (char character : characters) {
      if (character < '0' || character > '9') {
        return NONE;
      }
      number = number * 10 + (character - '0');
    }
    return number;
  }

  /** Returns the decimal number with its decimals; nothing if the text is none. */
  static Optional<BigDecimal> decimal(String text) {
    char[] characters = text.toCharArray();
    return isDecimal(characters) ? Optional.of(new BigDecimal(characters)) : Optional.empty();
  }

  private static boolean isDecimal(char[] characters) {
    int last = characters.length - 1;
    boolean point = false;
    for (int index = 0; index <= last; index++) {
      char character = characters[index];
      boolean newPoint = character == '.' && !point && index > 0 && index < last;
      if (!newPoint && (character < '0' || character > '9')) {
        return false;
      }
      point |= newPoint;
    }
    return last >= 0 && last < LONGEST_DECIMAL;
  }
}
