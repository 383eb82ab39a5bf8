package io.headroom.recording.samples;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/**
 * Writes a number as the shortest decimal from which the same single-precision number is read back,
 * without an exponent.
 */
final class ShortestDecimal {

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /**
   * From here to {@link #LARGEST} fewer decimals are a shorter number, and nothing below is rounded
   * but once: a number of 24 bits times a million has 44 of a double's 53.
   */
  private static final float SMALLEST = 0.001f;

  private static final float LARGEST = 10_000_000f;

  private ShortestDecimal() {}

  /** Appends a number. */
  static void append(StringBuilder text, float value) {
    if (value >= SMALLEST && value < LARGEST) {
      for (int decimals = 0; decimals < POWERS.length; decimals++) {
        long power = POWERS[decimals];
        // of two that are as near the even one, as the general way has it
        long digits = (long) Math.rint((double) value * power);
        if ((float) ((double) digits / power) == value) {
          append(text, digits, power);
          return;
        }
      }
    }
    appendAny(text, value);
  }

  private static void append(StringBuilder text, long digits, long power) {
    text.append(digits / power);
    if (power > 1) {
      // the 1 in front keeps zeros after the point
      int point = text.length();
      text.append(digits % power + power);
      text.setCharAt(point, '.');
    }
  }

  private static void appendAny(StringBuilder text, float value) {
    // the JDK's own Float.toString is not the shortest before JDK 19
    String shortest = NumberOutput.toString(value, /* useFastWriter= */ true);
    if (shortest.endsWith(".0")) {
      text.append(shortest, 0, shortest.length() - 2);
    } else if (shortest.indexOf('E') >= 0) {
      text.append(new BigDecimal(shortest).stripTrailingZeros().toPlainString());
    } else {
      text.append(shortest);
    }
  }
}
