package io.headroom.document;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * A single value of a document.
 *
 * @param text the value as it is written, so that {@code 1.10} is never read as 1.1
 */
public record ScalarNode(Place place, ScalarKind kind, String text) implements DocumentNode {

  /**
   * Returns the number, with the decimals it is written with.
   *
   * @throws DocumentException if it is no number
   */
  public BigDecimal number() {
    if (kind != ScalarKind.NUMBER) {
      throw new DocumentException(unexpected("a number"));
    }
    return new BigDecimal(text);
  }

  /**
   * Whether it is {@code true}.
   *
   * @throws DocumentException if it is neither {@code true} nor {@code false}
   */
  public boolean truth() {
    if (kind != ScalarKind.TRUTH) {
      throw new DocumentException(unexpected("true or false"));
    }
    return text.equals("true");
  }

  /**
   * Returns what {@code parse} makes of the text.
   *
   * @param expected the form that {@code parse} accepts, for the message
   * @throws DocumentException if {@code parse} refuses it with an {@link IllegalArgumentException}
   */
  public <T> T as(String expected, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new DocumentException(unexpected(expected));
    }
  }

  @Override
  public ScalarNode asScalar() {
    return this;
  }

  @Override
  public String describe() {
    return switch (kind) {
      case TEXT -> Excerpt.quoted(text);
      case NUMBER, TRUTH -> Excerpt.of(text);
      case NOTHING -> "nothing";
    };
  }
}
