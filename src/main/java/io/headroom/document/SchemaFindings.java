package io.headroom.document;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;

/** Words an error of the schema validator for the person who wrote the document. */
final class SchemaFindings {

  private static final int MOST_NAMES = 40;

  private final SchemaWords words;
  private final DocumentNode document;

  SchemaFindings(DocumentNode schema, DocumentNode document) {
    this.words = new SchemaWords(schema);
    this.document = document;
  }

  DocumentProblem problem(Error error) {
    DocumentNode node = node(error.getInstanceLocation());
    NodePath location = error.getSchemaLocation().getFragment();
    String keyword = error.getKeyword();
    return switch (keyword) {
      case "required", "dependentRequired" -> missing(node, location, error);
      case "additionalProperties", "unevaluatedProperties" ->
          unknownKey(node.asMapping(), location, error.getProperty());
      case "propertyNames" -> invalidKey(node.asMapping(), location, error.getProperty());
      default -> node.unexpected(words.accepted(location, keyword));
    };
  }

  private DocumentNode node(NodePath location) {
    DocumentNode node = document;
    for (int index = 0; index < location.getNameCount(); index++) {
      node = NodeLookup.child(node, location.getElement(index).toString()).orElse(node);
    }
    return node;
  }

  private DocumentProblem missing(DocumentNode node, NodePath location, Error error) {
    Object name = error.getArguments()[0];
    String message = "Invalid " + node.place().subject() + ": " + name + " is missing";
    return node.problem(
        words
            .acceptedOfProperty(location, name.toString())
            .map(expected -> message + "; expected " + expected)
            .orElse(message));
  }

  private DocumentProblem unknownKey(MappingNode mapping, NodePath location, String key) {
    List<String> known = words.properties(location);
    List<String> nearest = NearestNames.of(key, known, 1);
    String expected =
        nearest.isEmpty()
            ? "one of " + String.join(", ", known.subList(0, Math.min(MOST_NAMES, known.size())))
            : nearest.get(0);
    return new DocumentProblem(
        mapping.keyPlace(key),
        "Unknown key " + mapping.place().pathOf(key) + "; expected " + expected);
  }

  private DocumentProblem invalidKey(MappingNode mapping, NodePath location, String key) {
    return new DocumentProblem(
        mapping.keyPlace(key),
        "Invalid key "
            + mapping.place().pathOf(key)
            + "; expected "
            + words.accepted(location.append("pattern"), "pattern"));
  }
}
