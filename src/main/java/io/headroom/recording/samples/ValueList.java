package io.headroom.recording.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads lists of values as they stand in samples files, for other files that have such lists. */
public final class ValueList {

  private ValueList() {}

  /**
   * Returns the values of a list joined by {@code ;}, with {@link
   * io.headroom.model.series.Series#gap()} where nothing stands.
   *
   * @throws IllegalArgumentException if one is no number of 0 or more; the message says what was
   *     found and expected
   */
  public static float[] parse(String text) {
    try {
      return new ValueReader().read(text.getBytes(UTF_8), /* from= */ 0, Float.MAX_VALUE);
    } catch (RowFault fault) {
      throw new IllegalArgumentException(fault.detail(), fault);
    }
  }
}
