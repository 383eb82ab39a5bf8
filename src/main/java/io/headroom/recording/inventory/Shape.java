package io.headroom.recording.inventory;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a property should be.
 *
 * @param expected the shape in words
 * @param reader returns what a value stands for; nothing if it has another shape
 */
record Shape<T>(String expected, Function<JsonValue, Optional<T>> reader) {

  /** Any text, also an empty one. */
  static final Shape<String> TEXT = new Shape<>("text", Shape::text);

  /** A text that is not blank. */
  static final Shape<String> NAME =
      new Shape<>("text that is not blank", value -> text(value).filter(text -> !text.isBlank()));

  /** True or false. */
  static final Shape<Boolean> FLAG = new Shape<>("true or false", Shape::flag);

  /** A number of 0 or more. */
  static final Shape<Double> AMOUNT = new Shape<>("a number of 0 or more", Shape::amount);

  /** A moment. */
  static final Shape<Instant> TIME =
      new Shape<>("a time such as 2026-08-03T00:00:00Z", value -> text(value).flatMap(Shape::time));

  /** Returns the shape of a whole number of {@code least} or more. */
  static Shape<Integer> wholeNumber(int least) {
    return new Shape<>(
        "a whole number of " + least + " or more",
        value -> whole(value).filter(number -> number >= least));
  }

  /** Returns the shape of a whole number of {@code least} to {@code most}. */
  static Shape<Integer> wholeNumber(int least, int most) {
    return new Shape<>(
        "a whole number, " + least + " to " + most,
        value -> whole(value).filter(number -> number >= least && number <= most));
  }

  /** Returns the shape of the id of one of some constants. */
  static <E> Shape<E> oneOf(E[] constants, Function<E, String> id) {
    List<String> ids = Arrays.stream(constants).map(id).toList();
    int last = ids.size() - 1;
    return new Shape<>(
        String.join(", ", ids.subList(0, last)) + " or " + ids.get(last),
        value ->
            text(value)
                .flatMap(
                    text ->
                        Arrays.stream(constants)
                            .filter(constant -> id.apply(constant).equals(text))
                            .findFirst()));
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonValue.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  private static Optional<Boolean> flag(JsonValue value) {
    return value instanceof JsonValue.Flag flag ? Optional.of(flag.value()) : Optional.empty();
  }

  private static Optional<Double> amount(JsonValue value) {
    return value instanceof JsonValue.Numeral number
        ? Optional.of(Double.parseDouble(number.digits()))
            .filter(amount -> amount >= 0 && !amount.isInfinite())
        : Optional.empty();
  }

  private static Optional<Integer> whole(JsonValue value) {
    try {
      return value instanceof JsonValue.Numeral number
          ? Optional.of(Integer.parseInt(number.digits()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
