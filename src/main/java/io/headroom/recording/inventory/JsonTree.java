package io.headroom.recording.inventory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one value of a JSON stream with the lines its parts stand on. */
final class JsonTree {

  private JsonTree() {}

  /** Returns the value at the parser's current token and leaves the parser at its last token. */
  static JsonValue read(JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, line);
      case START_ARRAY -> items(parser, line);
      case VALUE_TRUE -> new JsonValue.Flag(line, /* value= */ true);
      case VALUE_FALSE -> new JsonValue.Flag(line, /* value= */ false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(line, parser.getText());
      case VALUE_STRING -> new JsonValue.Text(line, parser.getText());
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, FIELD_NAME, END_OBJECT, END_ARRAY ->
          new JsonValue.Nothing(line);
    };
  }

  private static JsonValue fields(JsonParser parser, int line) throws IOException {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    List<JsonValue.Text> twice = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int nameLine = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      if (values.put(name, read(parser)) != null) {
        twice.add(new JsonValue.Text(nameLine, name));
      }
    }
    return new JsonValue.Fields(line, values, twice);
  }

  private static JsonValue items(JsonParser parser, int line) throws IOException {
    List<JsonValue> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(read(parser));
    }
    return new JsonValue.Items(line, values);
  }
}
