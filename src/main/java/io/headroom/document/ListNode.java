package io.headroom.document;

import java.util.List;

/**
 * A list of a document.
 *
 * @param entries in the order they are written
 */
public record ListNode(Place place, List<DocumentNode> entries) implements DocumentNode {

  /** Copies the list. */
  public ListNode {
    entries = List.copyOf(entries);
  }

  @Override
  public ListNode asList() {
    return this;
  }

  @Override
  public String describe() {
    return entries.isEmpty()
        ? "an empty list"
        : "a list of " + entries.size() + (entries.size() == 1 ? " entry" : " entries");
  }
}
