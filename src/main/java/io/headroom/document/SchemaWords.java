package io.headroom.document;

import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what a schema accepts: in its own words where it has some, else by the keyword. */
final class SchemaWords {

  private static final String OWN_WORDS = "x-expected";
  private static final String LOCAL_REFERENCE = "#/";
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "text",
          "number", "a number",
          "integer", "a whole number",
          "boolean", "true or false",
          "array", "a list",
          "object", "a mapping",
          "null", "null");
  private static final Map<String, String> LIMITS =
      Map.ofEntries(
          Map.entry("minimum", "%s or more"),
          Map.entry("maximum", "%s or less"),
          Map.entry("exclusiveMinimum", "more than %s"),
          Map.entry("exclusiveMaximum", "less than %s"),
          Map.entry("multipleOf", "a multiple of %s"),
          Map.entry("minItems", "a list of %s or more"),
          Map.entry("maxItems", "a list of %s or less"),
          Map.entry("minProperties", "%s keys or more"),
          Map.entry("maxProperties", "%s keys or less"),
          Map.entry("minLength", "%s characters or more"),
          Map.entry("maxLength", "%s characters or less"),
          Map.entry("pattern", "text that matches %s"),
          Map.entry("const", "%s"));

  private final DocumentNode schema;

  SchemaWords(DocumentNode schema) {
    this.schema = schema;
  }

  /** Returns what the schema that has {@code keyword} at that location accepts. */
  String accepted(NodePath location, String keyword) {
    Optional<MappingNode> owner = owner(location);
    return owner
        .flatMap(SchemaWords::ownWords)
        .or(() -> owner.flatMap(mapping -> byKeyword(mapping, keyword)))
        .orElse("what the schema says under " + keyword);
  }

  /**
   * Returns what the property {@code name} of the schema at that location accepts, if it says so.
   */
  Optional<String> acceptedOfProperty(NodePath location, String name) {
    return owner(location)
        .flatMap(mapping -> mapping.find("properties"))
        .flatMap(properties -> properties.asMapping().find(name))
        .flatMap(property -> words(property.asMapping()));
  }

  /** Returns the names of the properties of the schema at that location, in its order. */
  List<String> properties(NodePath location) {
    return owner(location)
        .flatMap(mapping -> mapping.find("properties"))
        .map(properties -> List.copyOf(properties.asMapping().entries().keySet()))
        .orElse(List.of());
  }

  private Optional<String> words(MappingNode mapping) {
    return ownWords(mapping)
        .or(() -> mapping.find("$ref").flatMap(this::referred).flatMap(this::words))
        .or(() -> byKeyword(mapping, "const"))
        .or(() -> byKeyword(mapping, "enum"))
        .or(() -> byKeyword(mapping, "type"));
  }

  private static Optional<String> ownWords(MappingNode mapping) {
    return mapping.find(OWN_WORDS).map(words -> words.asScalar().text());
  }

  private Optional<String> byKeyword(MappingNode owner, String keyword) {
    return owner
        .find(keyword)
        .flatMap(
            value ->
                switch (keyword) {
                  case "type" -> Optional.of(typeWords(value));
                  case "enum" -> Optional.of("one of " + joined(value.asList(), ", "));
                  case SchemaErrors.ALTERNATIVES -> alternatives(value.asList());
                  case "uniqueItems" -> Optional.of("entries that differ");
                  default ->
                      Optional.ofNullable(LIMITS.get(keyword))
                          .map(form -> form.replace("%s", value.asScalar().text()));
                });
  }

  private Optional<String> alternatives(ListNode alternatives) {
    List<String> words =
        alternatives.entries().stream().flatMap(node -> words(node.asMapping()).stream()).toList();
    return words.size() == alternatives.entries().size()
        ? Optional.of(String.join(", or ", words))
        : Optional.empty();
  }

  private static String typeWords(DocumentNode value) {
    return value instanceof ListNode list
        ? list.entries().stream().map(SchemaWords::typeWords).collect(Collectors.joining(" or "))
        : TYPES.getOrDefault(value.asScalar().text(), value.asScalar().text());
  }

  private static String joined(ListNode values, String separator) {
    return values.entries().stream()
        .map(value -> value.asScalar().text())
        .collect(Collectors.joining(separator));
  }

  private Optional<MappingNode> referred(DocumentNode reference) {
    String text = reference.asScalar().text();
    return text.startsWith(LOCAL_REFERENCE)
        ? find(List.of(text.substring(LOCAL_REFERENCE.length()).split("/", -1)))
        : Optional.empty();
  }

  private Optional<MappingNode> owner(NodePath location) {
    List<String> steps =
        IntStream.range(0, Math.max(0, location.getNameCount() - 1))
            .mapToObj(index -> location.getElement(index).toString())
            .toList();
    return find(steps);
  }

  private Optional<MappingNode> find(List<String> steps) {
    DocumentNode node = schema;
    for (String step : steps) {
      Optional<DocumentNode> next = NodeLookup.child(node, step);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
    }
    return node instanceof MappingNode mapping ? Optional.of(mapping) : Optional.empty();
  }
}
