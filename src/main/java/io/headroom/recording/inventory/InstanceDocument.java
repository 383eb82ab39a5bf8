package io.headroom.recording.inventory;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.document.Excerpt;
import io.headroom.model.machine.Instance;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;

/** One machine as a JSON object of its own, with the properties it has in an inventory. */
public final class InstanceDocument {

  private static final ObjectMapper TREES = new ObjectMapper();

  private InstanceDocument() {}

  /**
   * Returns the machine at the parser's current token. Properties that are not known are ignored.
   *
   * @throws RecordingException if a property is not what it should be; the message names it
   * @throws IOException if it is no JSON
   */
  public static Instance read(JsonParser parser) throws IOException {
    JsonValue value = JsonTree.read(parser);
    try {
      return FieldReader.read(value, "instance.", new UnknownFields(), InstanceReader::read);
    } catch (FieldFault fault) {
      throw new RecordingException(
          "Invalid " + fault.path() + " in line " + fault.line() + ": " + fault.detail(), fault);
    } catch (IllegalArgumentException contradiction) {
      throw new RecordingException(
          "Invalid instance: " + Excerpt.escaped(String.valueOf(contradiction.getMessage())),
          contradiction);
    }
  }

  /**
   * Writes a machine; {@link #read} reads it back. What is unknown is left out.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(JsonGenerator json, Instance instance) throws IOException {
    TREES.writeTree(json, InstanceJson.of(instance));
  }
}
