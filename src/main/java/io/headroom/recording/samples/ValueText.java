package io.headroom.recording.samples;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.headroom.model.series.Series;
import java.math.BigDecimal;

/**
 * Values as {@link ValueReader} reads them: each as the shortest decimal from which the same
 * single-precision number is read back, without an exponent.
 *
 * @param text the values of some slots
 * @param end the slot after them
 */
record ValueText(String text, int end) {

  /** Returns the values from slot {@code from} on, as many as {@code most} characters hold. */
  static ValueText of(Series series, int from, int most) {
    StringBuilder text = new StringBuilder(Math.min(most, 8 * (series.slots() - from)));
    int slot = from;
    while (slot < series.slots()) {
      int before = text.length();
      if (slot > from) {
        text.append(';');
      }
      if (series.observed(slot)) {
        append(text, series.value(slot));
      }
      if (text.length() > most) {
        text.setLength(before);
        break;
      }
      slot++;
    }
    return new ValueText(text.toString(), slot);
  }

  private static void append(StringBuilder text, float value) {
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
