package io.headroom.recording.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.Found;
import java.util.Arrays;

/**
 * Reads values joined by {@code ;} from bytes: decimals of 0 or more, nothing between two
 * semicolons for a slot without a sample. Every value is the single-precision number nearest to the
 * text, exactly as {@link Float#parseFloat} has it.
 *
 * <p>Nearly all samples are short decimals, whose digits are a whole number {@code w} over a power
 * of ten {@code p}. Division rounds once, so it gives the nearest number when {@code w} and {@code
 * p} are exact: in single precision up to w = 2^24 and p = 10^10. In double precision they are up
 * to 15 digits; rounding its result once more to single precision goes wrong only if it lies midway
 * between two single-precision numbers, and then, as with everything else, a full parser decides.
 */
final class ValueReader {

  private static final String FIELD = "values";
  private static final long MAX_EXACT_FLOAT = 1 << 24;
  private static final int MAX_DIGITS = 15;

  /** The bits a double has beyond a float, and their pattern midway between two floats. */
  private static final long BEYOND_FLOAT = (1L << 29) - 1;

  private static final long MIDWAY = 1L << 28;

  private static final float[] FLOAT_POWERS = {
    1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f
  };
  private static final double[] DOUBLE_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private float[] values = new float[4096];
  private int count;

  /**
   * Returns the values from {@code from} to the end of {@code text}.
   *
   * @param most the largest value that is plausible
   * @throws RowFault if there is none, or one is no number, negative or larger than {@code most}
   */
  float[] read(byte[] text, int from, float most) throws RowFault {
    if (from == text.length) {
      throw new RowFault(FIELD, "nothing", "a value for at least one slot");
    }
    count = 0;
    int at = from;
    while (at <= text.length) {
      int end = readShortDecimal(text, at);
      if (end < 0) {
        end = endOfValue(text, at);
        add(parse(text, at, end, most));
      } else if (values[count - 1] > most) {
        throw tooLarge(text, at, end, count - 1, most);
      }
      at = end + 1;
    }
    return Arrays.copyOf(values, count);
  }

  /**
   * Adds the value at {@code from} if it is a gap or a short decimal; returns where it ends, or -1
   * if it is neither.
   */
  private int readShortDecimal(byte[] text, int from) {
    long digits = 0;
    int point = -1;
    int at = from;
    for (; at < text.length; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (text[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
    }
    boolean ended = at == text.length || text[at] == ';';
    int places = point < 0 ? 0 : at - point - 1;
    int length = at - from - (point < 0 ? 0 : 1);
    if (!ended || length > MAX_DIGITS || (length == 0 && point >= 0)) {
      return -1;
    }
    float value = length == 0 ? Series.gap() : quotient(digits, places);
    if (length > 0 && Float.isNaN(value)) {
      return -1;
    }
    add(value);
    return at;
  }

  /** Returns the nearest float; not a number if that takes a full parser. */
  private static float quotient(long digits, int places) {
    if (digits <= MAX_EXACT_FLOAT && places < FLOAT_POWERS.length) {
      return (float) digits / FLOAT_POWERS[places];
    }
    double value = digits / DOUBLE_POWERS[places];
    boolean midway = (Double.doubleToRawLongBits(value) & BEYOND_FLOAT) == MIDWAY;
    return midway || value < Float.MIN_NORMAL ? Float.NaN : (float) value;
  }

  private void add(float value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  private float parse(byte[] text, int from, int end, float most) throws RowFault {
    float value;
    try {
      value = isDecimal(text, from, end) ? JavaFloatParser.parseFloat(text, from, end - from) : -1;
    } catch (NumberFormatException e) {
      value = -1;
    }
    if (value < 0) {
      throw new RowFault(
          FIELD,
          shown(text, from, end, count),
          "a number of 0 or more, or nothing for a slot without a sample");
    }
    if (value > most) {
      throw tooLarge(text, from, end, count, most);
    }
    return value;
  }

  /** Leaves out what Java takes for a number and others do not: NaN, Infinity, 1f, 0x1p3. */
  private static boolean isDecimal(byte[] text, int from, int end) {
    for (int at = from; at < end; at++) {
      if ("0123456789.eE+-".indexOf(text[at]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static RowFault tooLarge(byte[] text, int from, int end, int slot, float most) {
    return new RowFault(
        FIELD,
        shown(text, from, end, slot),
        most == Float.MAX_VALUE
            ? "a number that single precision holds"
            : "at most " + (long) most + " (is the unit right?)");
  }

  private static String shown(byte[] text, int from, int end, int slot) {
    return Found.of(new String(text, from, end - from, UTF_8)) + " in slot " + slot;
  }

  private static int endOfValue(byte[] text, int from) {
    int at = from;
    while (at < text.length && text[at] != ';') {
      at++;
    }
    return at;
  }
}
