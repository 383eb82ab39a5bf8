package io.headroom.document;

import java.util.Optional;

/** Walks down a document by the steps of a JSON pointer. */
final class NodeLookup {

  private NodeLookup() {}

  /** Returns the value under a key, or the entry with an index; nothing if there is none. */
  static Optional<DocumentNode> child(DocumentNode node, String step) {
    if (node instanceof MappingNode mapping) {
      return mapping.find(step);
    }
    if (node instanceof ListNode list && step.matches("\\d{1,9}")) {
      int index = Integer.parseInt(step);
      return index < list.entries().size()
          ? Optional.of(list.entries().get(index))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
