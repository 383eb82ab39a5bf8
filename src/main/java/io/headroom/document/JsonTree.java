package io.headroom.document;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a document into the tree that the schema validator reads. */
final class JsonTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  static JsonNode of(DocumentNode node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = NODES.objectNode();
      mapping.entries().forEach((key, value) -> object.set(key, of(value)));
      return object;
    }
    if (node instanceof ListNode list) {
      ArrayNode array = NODES.arrayNode();
      list.entries().forEach(entry -> array.add(of(entry)));
      return array;
    }
    return of(node.asScalar());
  }

  private static JsonNode of(ScalarNode scalar) {
    return switch (scalar.kind()) {
      case TEXT -> NODES.stringNode(scalar.text());
      case NUMBER -> ofNumber(scalar.number());
      case TRUTH -> NODES.booleanNode(scalar.truth());
      case NOTHING -> NODES.nullNode();
    };
  }

  private static JsonNode ofNumber(BigDecimal number) {
    return number.scale() <= 0
        ? NODES.numberNode(number.toBigIntegerExact())
        : NODES.numberNode(number);
  }
}
