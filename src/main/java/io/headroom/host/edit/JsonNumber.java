package io.headroom.host.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number under a key of a JSON object.
 *
 * @param key the key, of the outermost object
 */
public record JsonNumber(String key) implements NumberPlace {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Pattern FIRST_INDENT = Pattern.compile("\\{([ \\t\\r\\n]*)\"");

  /**
   * What of the text is the value.
   *
   * @param start first character of the value
   * @param end character after it
   */
  private record Found(int start, int end, int number) {}

  /**
   * How the object ends.
   *
   * @param found the value, if the key is there
   * @param lastValueEnd character after the last value; absent if the object is empty
   * @param closing character of the closing brace
   */
  private record Scan(Optional<Found> found, OptionalInt lastValueEnd, int closing) {}

  @Override
  public OptionalInt read(String text) {
    return scan(text)
        .found()
        .map(found -> OptionalInt.of(found.number()))
        .orElse(OptionalInt.empty());
  }

  @Override
  public String replaced(String text, int number) {
    Scan scan = scan(text);
    if (scan.found().isPresent()) {
      Found found = scan.found().get();
      return text.substring(0, found.start()) + number + text.substring(found.end());
    }
    String entry = "\"" + key + "\": " + number;
    if (scan.lastValueEnd().isEmpty()) {
      return text.substring(0, scan.closing()) + entry + text.substring(scan.closing());
    }
    Matcher indent = FIRST_INDENT.matcher(text);
    int end = scan.lastValueEnd().getAsInt();
    return text.substring(0, end)
        + ","
        + (indent.find() ? indent.group(1) : " ")
        + entry
        + text.substring(end);
  }

  private Scan scan(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new EditException("it holds no JSON object");
      }
      Optional<Found> found = Optional.empty();
      OptionalInt last = OptionalInt.empty();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        boolean isKey = parser.currentName().equals(key);
        JsonToken value = parser.nextToken();
        int start = offset(parser.currentTokenLocation().getCharOffset());
        if (isKey) {
          found = Optional.of(number(parser, value, start));
        }
        parser.skipChildren();
        parser.finishToken();
        last = OptionalInt.of(offset(parser.currentLocation().getCharOffset()));
      }
      int closing = offset(parser.currentTokenLocation().getCharOffset());
      if (parser.nextToken() != null) {
        throw new EditException("something stands after its JSON object");
      }
      return new Scan(found, last, closing);
    } catch (JsonProcessingException e) {
      throw new EditException("it is no JSON, " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Found number(JsonParser parser, JsonToken value, int start) throws IOException {
    String written = parser.getText();
    if (value != JsonToken.VALUE_NUMBER_INT || !written.matches("[0-9]{1,9}")) {
      throw new EditException(key + " is not a whole number");
    }
    return new Found(start, start + written.length(), Integer.parseInt(written));
  }

  private static int offset(long characters) {
    return Math.toIntExact(characters);
  }
}
