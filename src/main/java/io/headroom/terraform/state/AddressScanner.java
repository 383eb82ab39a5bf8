package io.headroom.terraform.state;

import io.headroom.document.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the brackets of an address. A key is quoted, and may hold dots, brackets and quotes.
 * Source: Terraform, internal/addrs/instance_key.go: backslash escapes for quotes, backslashes and
 * what cannot be printed, {@code $$} and {@code %%} before a brace.
 */
final class AddressScanner {

  private static final int SHORT_CODE = 4;
  private static final int LONG_CODE = 8;
  private static final int HEX = 16;

  private final String text;
  private int at;

  AddressScanner(String text) {
    this.text = text;
  }

  List<ResourceAddress.Index> indexes() {
    List<ResourceAddress.Index> found = new ArrayList<>();
    while (at < text.length()) {
      if (text.charAt(at++) == '[') {
        found.add(new ResourceAddress.Index(index()));
      }
    }
    return found;
  }

  private Optional<String> index() {
    if (next() == '"') {
      at++;
      Optional<String> key = Optional.of(quoted());
      require(next() == ']');
      return key;
    }
    int start = at;
    while (Character.isDigit(next())) {
      at++;
    }
    require(at > start && next() == ']');
    return Optional.empty();
  }

  private String quoted() {
    StringBuilder key = new StringBuilder();
    while (next() != '"') {
      char character = text.charAt(at++);
      if (character == '\\') {
        escaped(key);
      } else {
        key.append(character);
        skipDoubled(character);
      }
    }
    at++;
    return key.toString();
  }

  /** Before a brace, a dollar or percent sign stands there twice for one. */
  private void skipDoubled(char character) {
    if ((character == '$' || character == '%') && text.startsWith(character + "{", at)) {
      at++;
    }
  }

  private void escaped(StringBuilder key) {
    char kind = next();
    at++;
    switch (kind) {
      case 'n' -> key.append('\n');
      case 'r' -> key.append('\r');
      case 't' -> key.append('\t');
      case 'u' -> key.appendCodePoint(code(SHORT_CODE));
      case 'U' -> key.appendCodePoint(code(LONG_CODE));
      default -> key.append(kind);
    }
  }

  private int code(int digits) {
    require(at + digits <= text.length());
    int end = at + digits;
    int code = Integer.parseInt(text.substring(at, end), HEX);
    at = end;
    return code;
  }

  private char next() {
    require(at < text.length());
    return text.charAt(at);
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Invalid resource address: "
              + Excerpt.quoted(text)
              + "; expected brackets and quotes that close");
    }
  }
}
