package io.headroom.cli;

import java.math.BigDecimal;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers as people write them, and says so where they are none. */
final class NumberConverters {

  /** More digits than this are no count and no size. */
  private static final int MOST_DIGITS = 15;

  private NumberConverters() {}

  /** Has {@code line} and all its commands read numbers. */
  static void registerWith(CommandLine line) {
    line.registerConverter(Double.class, NumberConverters::decimal);
    line.registerConverter(double.class, NumberConverters::decimal);
    line.registerConverter(Integer.class, NumberConverters::whole);
    line.registerConverter(int.class, NumberConverters::whole);
  }

  private static Double decimal(String text) {
    try {
      if (text.length() <= MOST_DIGITS) {
        return new BigDecimal(text).doubleValue();
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    throw new TypeConversionException("'" + text + "' is no number; expected one such as 4 or 0.5");
  }

  private static Integer whole(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notANumber) {
      throw new TypeConversionException(
          "'" + text + "' is no whole number; expected one such as 4");
    }
  }
}
