package io.headroom.terraform.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads one resource of a state, and keeps a handful of its values: a state of thousands of
 * resources does not fit into memory as a tree. Source: Terraform, "JSON Output Format", values
 * representation.
 */
final class ResourceReader {

  /** Key of a machine's metadata on Google that carries its worker count. */
  private static final String WORKERS_METADATA = "headroom-workers";

  private static final Set<String> FIELDS = Set.of("address", "mode", "type", "deposed_key");
  private static final Set<String> VALUES =
      Set.of("id", "instance_id", "instance_type", "machine_type");
  private static final Set<String> MAPS = Set.of("tags", "metadata");

  private final JsonParser json;
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();

  private ResourceReader(JsonParser json) {
    this.json = json;
  }

  /** Reads the object the parser stands at; returns nothing if it is not a machine. */
  static Optional<ManagedMachine> read(JsonParser json) throws IOException {
    ResourceReader reader = new ResourceReader(json);
    reader.resource();
    return reader.machine();
  }

  private void resource() throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (name.equals("values") && token == JsonToken.START_OBJECT) {
        values();
      } else if (FIELDS.contains(name) && token.isScalarValue()) {
        fields.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private void values() throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (MAPS.contains(name) && token == JsonToken.START_OBJECT) {
        workers();
      } else if (VALUES.contains(name) && token == JsonToken.VALUE_STRING) {
        values.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private void workers() throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if ((name.equals(WorkersText.TAG) || name.equals(WORKERS_METADATA))
          && token.isScalarValue()) {
        values.put(WorkersText.TAG, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private Optional<ManagedMachine> machine() {
    boolean managed = "managed".equals(fields.get("mode")) && !fields.containsKey("deposed_key");
    if (!managed) {
      return Optional.empty();
    }
    return switch (fields.getOrDefault("type", "")) {
      case "aws_instance" -> machine("id", values.getOrDefault("instance_type", ""));
      case "google_compute_instance" ->
          machine("instance_id", lastOf(values.getOrDefault("machine_type", "")));
      default -> Optional.empty();
    };
  }

  private Optional<ManagedMachine> machine(String idField, String type) {
    return Optional.ofNullable(values.get(idField))
        .map(
            id ->
                new ManagedMachine(
                    id, ResourceAddress.parse(fields.getOrDefault("address", "")), type, count()));
  }

  /** A machine type may be a name or end a URL. */
  private static String lastOf(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private OptionalInt count() {
    return WorkersText.read(values.getOrDefault(WorkersText.TAG, ""));
  }
}
