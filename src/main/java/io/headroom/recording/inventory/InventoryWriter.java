package io.headroom.recording.inventory;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.model.machine.Instance;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** Writes an inventory file: the same machines give the same bytes on every system. */
public final class InventoryWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private InventoryWriter() {}

  /**
   * Writes the machines in their order; what is unknown is left out. The stream stays open.
   *
   * @throws IOException if the stream fails
   */
  public static void write(OutputStream out, Instant recordedUntil, List<Instance> instances)
      throws IOException {
    try (JsonGenerator json = JSON.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(layout());
      json.writeStartObject();
      json.writeStringField("api_version", Inventory.API_VERSION);
      json.writeStringField("kind", Inventory.KIND);
      json.writeStringField("recorded_until", recordedUntil.toString());
      json.writeArrayFieldStart("instances");
      for (Instance instance : instances) {
        json.writeTree(InstanceJson.of(instance));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Two blanks a level and a bare line feed, whatever the system's line end is. */
  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }
}
