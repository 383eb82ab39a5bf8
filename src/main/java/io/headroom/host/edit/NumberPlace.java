package io.headroom.host.edit;

import java.util.OptionalInt;

/** Where a file keeps a number. */
public interface NumberPlace {

  /**
   * Returns the number in {@code text}; nothing if the file does not say.
   *
   * @throws EditException if it says it twice, or otherwise than as a whole number
   */
  OptionalInt read(String text);

  /**
   * Returns {@code text} with the number replaced, or added where there was none; every other
   * character stays as it is.
   *
   * @throws EditException as {@link #read} does
   */
  String replaced(String text, int number);
}
