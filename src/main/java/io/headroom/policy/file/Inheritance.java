package io.headroom.policy.file;

import io.headroom.document.DocumentNode;
import io.headroom.document.MappingNode;
import io.headroom.document.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Fills a policy with the values of the one it extends: mappings key by key, everything else whole.
 * Each value keeps the place where it was written.
 */
final class Inheritance {

  /** What is said of the file, not of what is asked for. */
  private static final Set<String> OF_THE_FILE =
      Set.of("api_version", "kind", "description", "extends");

  private static final Set<String> NAME = Set.of("name");

  /** Two ways to say the same: the one that is said replaces the other. */
  private static final Set<String> ROOM = Set.of("headroom", "target_utilization");

  private Inheritance() {}

  /** Returns {@code own} with what only {@code extended} says; the name is never inherited. */
  static MappingNode effective(MappingNode own, MappingNode extended) {
    return filled(without(own, OF_THE_FILE), without(extended, NAME));
  }

  /** Returns what {@code root}, which extends nothing, asks for. */
  static MappingNode effective(MappingNode root) {
    return without(root, OF_THE_FILE);
  }

  private static MappingNode filled(MappingNode own, MappingNode extended) {
    boolean saysRoom = own.entries().keySet().stream().anyMatch(ROOM::contains);
    MappingNode inherited = saysRoom ? without(extended, ROOM) : extended;
    Map<String, DocumentNode> values = new LinkedHashMap<>(inherited.entries());
    own.entries().forEach((key, value) -> values.merge(key, value, Inheritance::merged));
    Map<String, Place> places = new LinkedHashMap<>(inherited.keyPlaces());
    places.putAll(own.keyPlaces());
    return new MappingNode(own.place(), values, places);
  }

  private static DocumentNode merged(DocumentNode inherited, DocumentNode own) {
    return inherited instanceof MappingNode base && own instanceof MappingNode over
        ? filled(over, base)
        : own;
  }

  private static MappingNode without(MappingNode node, Set<String> keys) {
    Map<String, DocumentNode> values = new LinkedHashMap<>(node.entries());
    values.keySet().removeAll(keys);
    return new MappingNode(node.place(), values, node.keyPlaces());
  }
}
