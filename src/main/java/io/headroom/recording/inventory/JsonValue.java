package io.headroom.recording.inventory;

import io.headroom.document.Excerpt;
import java.util.List;
import java.util.Map;

/** A value of a JSON document that knows its line. */
sealed interface JsonValue {

  /** Returns the line it begins on, counted from 1. */
  int line();

  /** Returns it for a message. */
  String shown();

  /** A text. */
  record Text(int line, String text) implements JsonValue {
    @Override
    public String shown() {
      return Excerpt.quoted(text);
    }
  }

  /** A number, as it is written. */
  record Numeral(int line, String digits) implements JsonValue {
    @Override
    public String shown() {
      return Excerpt.of(digits);
    }
  }

  /** True or false. */
  record Flag(int line, boolean value) implements JsonValue {
    @Override
    public String shown() {
      return String.valueOf(value);
    }
  }

  /** Nothing, written as {@code null}. */
  record Nothing(int line) implements JsonValue {
    @Override
    public String shown() {
      return "null";
    }
  }

  /** A list. */
  record Items(int line, List<JsonValue> values) implements JsonValue {
    @Override
    public String shown() {
      return "a list";
    }
  }

  /**
   * An object.
   *
   * @param twice names that it has more than once, each with the line of the second
   */
  record Fields(int line, Map<String, JsonValue> values, List<Text> twice) implements JsonValue {
    @Override
    public String shown() {
      return "an object";
    }
  }
}
