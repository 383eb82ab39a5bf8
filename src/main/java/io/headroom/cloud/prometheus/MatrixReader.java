package io.headroom.cloud.prometheus;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Reads the data of a range query, {@code {"resultType": "matrix", "result": [{"metric": {…},
 * "values": [[1784505600, "0.25"], …]}, …]}}, a series at a time.
 */
final class MatrixReader {

  private final String label;
  private final Target target;

  /** What is done with a value; {@code time} is in seconds since the epoch. */
  interface Target {
    void begin(String labelValue);

    void value(double time, double value);

    void end();
  }

  MatrixReader(String label, Target target) {
    this.label = label;
    this.target = target;
  }

  void read(JsonParser parser) throws IOException {
    Envelope.expect(parser, parser.currentToken(), JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("result") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          series(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void series(JsonParser parser) throws IOException {
    Envelope.expect(parser, parser.currentToken(), JsonToken.START_OBJECT);
    boolean named = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("metric")) {
        target.begin(labelValue(parser));
        named = true;
      } else if (name.equals("values") && named) {
        values(parser);
      } else {
        parser.skipChildren();
      }
    }
    target.end();
  }

  private String labelValue(JsonParser parser) throws IOException {
    String found = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(label)) {
        found = parser.getText();
      }
    }
    return found;
  }

  private void values(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      parser.nextToken();
      double time = parser.getDoubleValue();
      parser.nextToken();
      double value = number(parser);
      Envelope.expect(parser, parser.nextToken(), JsonToken.END_ARRAY);
      target.value(time, value);
    }
  }

  /** Values are texts, {@code NaN} and {@code +Inf} among them. */
  private static double number(JsonParser parser) throws IOException {
    String text = parser.getText();
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> {
        try {
          yield Double.parseDouble(text);
        } catch (NumberFormatException e) {
          throw new JsonParseException(parser, "a value is no number");
        }
      }
    };
  }
}
