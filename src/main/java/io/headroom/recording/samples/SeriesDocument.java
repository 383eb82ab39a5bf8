package io.headroom.recording.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.Found;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

/**
 * One series as a JSON object: {@code metric}, {@code unit}, {@code start}, {@code step_seconds}
 * and {@code values}, which are a list of numbers with null for a slot without a sample, or a text
 * as in the samples of a recording. Both give the single-precision numbers that a recording gives.
 */
public final class SeriesDocument {

  private String metric = "";
  private String unit = "";
  private String start = "";
  private String step = "";
  private float[] values = new float[0];
  private boolean hasValues;

  private SeriesDocument() {}

  /**
   * Returns the series at the parser's current token. Properties that are not known are ignored.
   *
   * @throws RecordingException if a property is missing or not what it should be; the message names
   *     it
   * @throws IOException if it is no JSON
   */
  public static Series read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new RecordingException("Invalid series: no object; expected an object");
    }
    SeriesDocument document = new SeriesDocument();
    try {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        document.readProperty(parser);
      }
      return document.series();
    } catch (RowFault fault) {
      throw new RecordingException(
          "Invalid "
              + fault.field()
              + " of the series "
              + Found.of(document.metric)
              + ": "
              + fault.detail(),
          fault);
    } catch (IllegalArgumentException refused) {
      throw new RecordingException(String.valueOf(refused.getMessage()), refused);
    }
  }

  private void readProperty(JsonParser parser) throws IOException, RowFault {
    String name = parser.currentName();
    JsonToken token = parser.nextToken();
    switch (name) {
      case "metric" -> metric = scalar(parser, name);
      case "unit" -> unit = scalar(parser, name);
      case "start" -> start = scalar(parser, name);
      case "step_seconds" -> step = scalar(parser, name);
      case "values" -> {
        values = token == JsonToken.START_ARRAY ? numbers(parser) : text(parser);
        hasValues = true;
      }
      default -> parser.skipChildren();
    }
  }

  private static String scalar(JsonParser parser, String name) throws IOException, RowFault {
    if (!parser.currentToken().isScalarValue()) {
      throw new RowFault(name, "no text", "a text or a number");
    }
    return parser.getText();
  }

  private static float[] text(JsonParser parser) throws IOException, RowFault {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new RowFault("values", "neither a list nor a text", "a list of numbers and nulls");
    }
    return new ValueReader().read(parser.getText().getBytes(UTF_8), 0, Float.MAX_VALUE);
  }

  private static float[] numbers(JsonParser parser) throws IOException, RowFault {
    float[] read = new float[4096];
    int count = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (count == read.length) {
        read = Arrays.copyOf(read, 2 * count);
      }
      read[count++] = number(parser, count - 1);
    }
    if (count == 0) {
      throw new RowFault("values", "nothing", "a value for at least one slot");
    }
    return Arrays.copyOf(read, count);
  }

  private static float number(JsonParser parser, int slot) throws IOException, RowFault {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> Series.gap();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          JavaFloatParser.parseFloat(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      default ->
          throw new RowFault(
              "values",
              "no number in slot " + slot,
              "numbers of 0 or more, and null for a slot without a sample");
    };
  }

  private Series series() throws RowFault {
    if (!hasValues) {
      throw new RowFault("values", "nothing", "a value for at least one slot");
    }
    Metric known = RowReader.metric(metric);
    SampleUnit ofMetric = RowReader.unit(unit, known);
    Instant first = RowReader.start(start);
    int seconds = RowReader.step(step);
    if (!RowLimits.allowsEnd(first.plusSeconds((long) seconds * values.length))) {
      throw new RowFault("start", "slots that go on past 2099", "an end in 2099 or before");
    }
    return Series.adopting(known, ofMetric, first, seconds, values);
  }
}
