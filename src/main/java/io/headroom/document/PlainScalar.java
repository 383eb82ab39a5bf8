package io.headroom.document;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an unquoted value of YAML is. Only what every reader of YAML agrees on has a meaning; a
 * value that YAML 1.1 and 1.2 read differently is a trap, and refused.
 *
 * <table>
 * <caption>Traps</caption>
 * <tr><th>written</th><th>read elsewhere as</th></tr>
 * <tr><td>{@code NO}, {@code on}, {@code y}, {@code True}</td><td>true, false or text</td></tr>
 * <tr><td>{@code 010}</td><td>8, 10 or text</td></tr>
 * <tr><td>{@code 0x1F}, {@code 1_000}, {@code +5}, {@code .5}, {@code 5.}</td><td>a number or text</td></tr>
 * </table>
 */
final class PlainScalar {

  /** More digits are a mistake or an attack; a price has a dozen. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");

  private static final Pattern ALMOST_NUMBER =
      Pattern.compile(
          "[-+]?(?:0[xXoObB][0-9a-fA-F_]+|[0-9][0-9_]*\\.?[0-9_]*(?:[eE][-+]?[0-9]+)?"
              + "|\\.[0-9_]+(?:[eE][-+]?[0-9]+)?|\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))");

  private static final Set<String> ALMOST_TRUTH =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off",
          "OFF", "True", "TRUE", "False", "FALSE");

  private static final Set<String> ALMOST_NOTHING = Set.of("Null", "NULL");

  private PlainScalar() {}

  /** Returns what {@code text} is, if it is no trap. */
  static ScalarKind kindOf(String text) {
    return switch (text) {
      case "true", "false" -> ScalarKind.TRUTH;
      case "", "~", "null" -> ScalarKind.NOTHING;
      default -> NUMBER.matcher(text).matches() ? ScalarKind.NUMBER : ScalarKind.TEXT;
    };
  }

  /** Returns what to write instead if {@code text} is a trap. */
  static Optional<String> insteadOf(String text) {
    if (ALMOST_TRUTH.contains(text)) {
      return Optional.of("true or false, or text in quotes");
    }
    if (ALMOST_NOTHING.contains(text)) {
      return Optional.of("null, or text in quotes");
    }
    return ALMOST_NUMBER.matcher(text).matches() && !NUMBER.matcher(text).matches()
        ? Optional.of("a decimal number such as 0.5 or 10, or text in quotes")
        : Optional.empty();
  }
}
