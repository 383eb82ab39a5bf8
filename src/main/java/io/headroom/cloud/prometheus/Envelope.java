package io.headroom.cloud.prometheus;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads what stands around the data of an answer: {@code {"status": "success", "data": …,
 * "warnings": […]}}.
 */
final class Envelope {

  private Envelope() {}

  /** Reads a value; the parser stands at its first token, and at its last one afterwards. */
  interface Data {
    void read(JsonParser parser) throws IOException;
  }

  /**
   * Reads an answer, the data as it comes, and returns the first warning. With a warning a part of
   * the data is missing: a store of Thanos did not answer, a remote read failed.
   *
   * @throws JsonParseException if it is no answer of this API
   */
  static Optional<String> read(JsonParser parser, Data data) throws IOException {
    Optional<String> warning = Optional.empty();
    boolean whole = false;
    expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("data")) {
        data.read(parser);
        whole = true;
      } else if (name.equals("warnings") && value == JsonToken.START_ARRAY) {
        warning = first(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (!whole) {
      throw new JsonParseException(parser, "there is no data in it");
    }
    return warning;
  }

  static void expect(JsonParser parser, JsonToken found, JsonToken expected) throws IOException {
    if (found != expected) {
      throw new JsonParseException(parser, "expected " + expected + ", found " + found);
    }
  }

  private static Optional<String> first(JsonParser parser) throws IOException {
    Optional<String> first = Optional.empty();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (first.isEmpty()) {
        first = Optional.of(RefusalReader.line(parser.getText()));
      }
    }
    return first;
  }
}
