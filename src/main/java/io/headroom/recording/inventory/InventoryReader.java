package io.headroom.recording.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.headroom.document.Excerpt;
import io.headroom.document.Failure;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an inventory file in a stream: one machine's JSON is in memory at a time. A machine that
 * cannot be used is a problem and the others are read; a file that is no inventory cannot be read
 * at all.
 */
public final class InventoryReader {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String INSTANCES = "instances";
  private static final String CONTENT = Inventory.FILE + " and samples.csv.gz";

  private final InstanceCollector instances = new InstanceCollector();
  private final Map<String, JsonValue> head = new LinkedHashMap<>();
  private final List<JsonValue.Text> twice = new ArrayList<>();

  private InventoryReader() {}

  /**
   * Reads the inventory of a recording.
   *
   * @throws RecordingException if there is none, or it is no inventory of a version that is known
   */
  public static Inventory read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new RecordingException(
          "Cannot read recording "
              + directory
              + (Files.exists(directory)
                  ? ": it is a file; expected the folder it is in"
                  : ": there is no such folder; expected one with " + CONTENT));
    }
    Path path = directory.resolve(Inventory.FILE);
    if (!Files.exists(path)) {
      throw new RecordingException(
          "Cannot read recording "
              + directory
              + ": it has no "
              + Inventory.FILE
              + "; expected a folder with "
              + CONTENT);
    }
    try (InputStream in = Files.newInputStream(path);
        JsonParser parser = JSON.createParser(in)) {
      return new InventoryReader().read(parser);
    } catch (JsonProcessingException e) {
      throw unreadable(
          path,
          "line " + e.getLocation().getLineNr() + " is not JSON (" + e.getOriginalMessage() + ")",
          e);
    } catch (FieldFault e) {
      throw unreadable(path, "Invalid " + e.path() + " in line " + e.line() + ": " + e.detail(), e);
    } catch (IOException e) {
      throw unreadable(path, Failure.reason(e), e);
    }
  }

  private Inventory read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new FieldFault("document", 1, "no object", "an inventory in JSON");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      readProperty(parser);
    }
    if (parser.nextToken() != null) {
      throw new FieldFault(
          "document", line(parser), "something after the inventory", "nothing after it");
    }
    Instant recordedUntil =
        FieldReader.read(
            new JsonValue.Fields(1, head, twice), "", instances.unknown(), InventoryReader::head);
    return instances.inventory(recordedUntil);
  }

  private void readProperty(JsonParser parser) throws IOException {
    String name = parser.currentName();
    int line = line(parser);
    JsonToken token = parser.nextToken();
    boolean isList = name.equals(INSTANCES) && token == JsonToken.START_ARRAY;
    JsonValue value = isList ? readInstances(parser) : JsonTree.read(parser);
    if (head.put(name, value) != null) {
      twice.add(new JsonValue.Text(line, name));
    }
  }

  /** Returns the list as an empty one: its machines go to the collector one by one. */
  private JsonValue readInstances(JsonParser parser) throws IOException {
    int line = line(parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      instances.add(JsonTree.read(parser));
    }
    return new JsonValue.Items(line, List.of());
  }

  private static Instant head(FieldReader fields) {
    fields.optional("$schema", Shape.TEXT); // where an editor looks, and nobody else
    fields.required("api_version", exactly(Inventory.API_VERSION));
    fields.required("kind", exactly(Inventory.KIND));
    fields.required(
        INSTANCES,
        new Shape<>(
            "a list of instances",
            value -> value instanceof JsonValue.Items ? Optional.of(value) : Optional.empty()));
    return fields.required("recorded_until", Shape.TIME);
  }

  private static Shape<String> exactly(String text) {
    return new Shape<>(text, value -> Shape.NAME.reader().apply(value).filter(text::equals));
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static RecordingException unreadable(Path path, String reason, Exception cause) {
    return new RecordingException("Cannot read " + path + ": " + Excerpt.escaped(reason), cause);
  }
}
