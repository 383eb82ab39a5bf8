package io.headroom.recording.samples;

import io.headroom.model.series.Series;

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
        ShortestDecimal.append(text, series.value(slot));
      }
      if (text.length() > most) {
        text.setLength(before);
        break;
      }
      slot++;
    }
    return new ValueText(text.toString(), slot);
  }
}
