package io.headroom.policy.file;

import io.headroom.document.DocumentNode;
import io.headroom.document.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that a schema knows, with their paths; sections are not among them. */
final class SchemaKeys {

  /** A key with what the schema says of it. */
  record Key(String path, MappingNode schema) {

    Optional<DocumentNode> standard() {
      return schema.find("default");
    }

    String description() {
      return schema.text("description");
    }

    List<String> choices() {
      return PolicySchemaTest.texts(schema.get("enum"));
    }
  }

  private SchemaKeys() {}

  static List<Key> of(MappingNode schema) {
    List<Key> keys = new ArrayList<>();
    collect(schema, "", keys);
    keys.removeIf(key -> List.of("api_version", "kind", "name", "description").contains(key.path));
    return keys;
  }

  static List<Key> ofDefinition(MappingNode schema, String name) {
    List<Key> keys = new ArrayList<>();
    collect(schema.get("$defs").asMapping().get(name).asMapping(), "", keys);
    return keys;
  }

  static Key find(MappingNode schema, String path) {
    return of(schema).stream().filter(key -> key.path.equals(path)).findFirst().orElseThrow();
  }

  private static void collect(MappingNode owner, String prefix, List<Key> keys) {
    owner
        .get("properties")
        .asMapping()
        .entries()
        .forEach(
            (name, value) -> {
              MappingNode property = value.asMapping();
              if (property.find("properties").isPresent()) {
                collect(property, prefix + name + ".", keys);
              } else {
                keys.add(new Key(prefix + name, property));
              }
            });
  }
}
