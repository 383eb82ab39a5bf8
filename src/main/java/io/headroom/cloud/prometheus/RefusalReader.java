package io.headroom.cloud.prometheus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads why a request was refused: {@code {"status": "error", "error": "…"}}. */
final class RefusalReader {

  private static final int LONGEST = 500;

  private RefusalReader() {}

  /** Returns the reason on one line; empty if there is none, as when a proxy answers in HTML. */
  static String reason(JsonParser parser) throws IOException {
    try {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if ("error".equals(name)) {
          return line(parser.getText());
        }
        parser.skipChildren();
      }
      return "";
    } catch (JacksonException e) {
      return "";
    }
  }

  /** Returns a text of the server's on one line and not longer than a message should be. */
  static String line(String text) {
    String one = text.replaceAll("\\s+", " ").strip();
    return one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
  }
}
