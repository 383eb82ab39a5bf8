package io.headroom.configuration;

import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentSchema;
import io.headroom.document.GuardedYaml;
import io.headroom.document.ListNode;
import io.headroom.document.MappingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every key there is, read from the schema, which says them once for files, variables and docs. */
public final class ConfigurationKeys {

  /** Class-path name of the schema. */
  public static final String SCHEMA = "schema/configuration.schema.json";

  /** What is said of the file, not of the program. */
  private static final Set<String> OF_THE_FILE = Set.of("api_version", "kind");

  private ConfigurationKeys() {}

  /** Returns all keys that hold values, in the order of the schema. */
  public static List<ConfigurationKey> all() {
    List<ConfigurationKey> keys = new ArrayList<>();
    collect(document().asMapping(), List.of(), keys);
    return List.copyOf(keys);
  }

  /** Returns the keys of an entry of a list, such as {@code deliveries}, with what they say. */
  public static List<ConfigurationKey> ofEntries(String list) {
    MappingNode entry =
        document()
            .asMapping()
            .get("properties")
            .asMapping()
            .get(list)
            .asMapping()
            .get("items")
            .asMapping();
    return entry.get("properties").asMapping().entries().entrySet().stream()
        .map(key -> key(List.of(key.getKey()), key.getValue().asMapping()))
        .toList();
  }

  /** Returns the text of the schema, for editors. */
  public static String schemaText() {
    try (InputStream in = open()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SCHEMA, e);
    }
  }

  /** Returns the schema to check files against. */
  static DocumentSchema schema() {
    return DocumentSchema.ofResource(SCHEMA);
  }

  private static DocumentNode document() {
    return GuardedYaml.parse(SCHEMA, schemaText());
  }

  private static InputStream open() {
    InputStream in = ConfigurationKeys.class.getClassLoader().getResourceAsStream(SCHEMA);
    if (in == null) {
      throw new IllegalStateException("Cannot find " + SCHEMA + " in the program");
    }
    return in;
  }

  private static void collect(MappingNode schema, List<String> path, List<ConfigurationKey> keys) {
    schema
        .get("properties")
        .asMapping()
        .entries()
        .forEach(
            (name, value) -> {
              List<String> below = new ArrayList<>(path);
              below.add(name);
              MappingNode found = value.asMapping();
              if (isSection(found)) {
                collect(found, below, keys);
              } else if (!OF_THE_FILE.contains(name)) {
                keys.add(key(below, found));
              }
            });
  }

  private static boolean isSection(MappingNode schema) {
    return typeOf(schema).equals("object") && form(schema) != ConfigurationKey.Form.SECRET;
  }

  private static ConfigurationKey key(List<String> path, MappingNode schema) {
    return new ConfigurationKey(
        path,
        form(schema),
        schema.text("description"),
        schema.find("default").map(ConfigurationKeys::written));
  }

  private static ConfigurationKey.Form form(MappingNode schema) {
    return switch (typeOf(schema)) {
      case "integer" -> ConfigurationKey.Form.NUMBER;
      case "array" ->
          typeOf(schema.get("items").asMapping()).equals("object")
              ? ConfigurationKey.Form.ENTRIES
              : ConfigurationKey.Form.TEXTS;
      case "object" ->
          schema.get("properties").asMapping().find("env").isPresent()
              ? ConfigurationKey.Form.SECRET
              : ConfigurationKey.Form.ENTRIES;
      default ->
          schema.find("$ref").isPresent()
              ? ConfigurationKey.Form.SECRET
              : ConfigurationKey.Form.TEXT;
    };
  }

  private static String typeOf(MappingNode schema) {
    return schema.find("type").map(type -> type.asScalar().text()).orElse("");
  }

  private static String written(DocumentNode value) {
    return value instanceof ListNode list
        ? list.entries().stream()
            .map(entry -> entry.asScalar().text())
            .collect(Collectors.joining(", ", "[", "]"))
        : value.asScalar().text();
  }
}
