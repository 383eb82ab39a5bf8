package io.headroom.http.resource;

import io.headroom.http.problem.ProblemException;
import io.headroom.policy.quantity.QuantityForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads parameters of a query. What is not understood is a problem that names the parameter. */
final class Query {

  private Query() {}

  static int wholeNumber(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ProblemException.invalid(name, text, "a whole number");
    }
  }

  static double number(String name, String text) {
    return decimal(name, text).doubleValue();
  }

  /** Short, so that nobody makes the service expand {@code 1e999999999}. */
  static BigDecimal decimal(String name, String text) {
    if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      throw ProblemException.invalid(name, text, "a number such as 12.5");
    }
    return new BigDecimal(text);
  }

  static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid(name, text, "a time such as 2026-08-03T00:00:00Z");
    }
  }

  static <E extends Enum<E>> E constant(String name, String text, E[] constants) {
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> oneOf(name, text, Arrays.stream(constants).map(E::name).toList()));
  }

  static <T> T quantity(String name, String text, QuantityForm<T> form) {
    return form.parse(text)
        .orElseThrow(() -> ProblemException.invalid(name, text, form.expected()));
  }

  static ProblemException oneOf(String name, String text, List<String> expected) {
    return ProblemException.invalid(name, text, "one of " + String.join(", ", expected));
  }

  /** Returns a parameter; nothing if it is absent or empty. */
  static Optional<String> given(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }
}
