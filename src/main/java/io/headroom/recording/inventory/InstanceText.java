package io.headroom.recording.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.headroom.model.machine.Instance;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;

/** A machine as a text of its own, in the form in which it stands in an inventory. */
public final class InstanceText {

  private static final JsonFactory JSON = new JsonFactory();

  private InstanceText() {}

  /** Returns the text; the same machine gives the same text. */
  public static String of(Instance instance) {
    return InstanceJson.of(instance).toString();
  }

  /**
   * Reads a text back. Properties that are not known are passed over.
   *
   * @throws RecordingException if it is not such a text
   */
  public static Instance read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      return FieldReader.read(JsonTree.read(parser), "", new UnknownFields(), InstanceReader::read);
    } catch (IOException | FieldFault | IllegalArgumentException e) {
      throw new RecordingException("Cannot read a machine: " + e.getMessage(), e);
    }
  }
}
