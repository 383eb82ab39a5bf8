package io.headroom.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mapping of a document.
 *
 * @param entries by key, in the order they are written
 * @param keyPlaces where each key stands
 */
public record MappingNode(
    Place place, Map<String, DocumentNode> entries, Map<String, Place> keyPlaces)
    implements DocumentNode {

  /** Copies the maps. */
  public MappingNode {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    keyPlaces = Collections.unmodifiableMap(new LinkedHashMap<>(keyPlaces));
  }

  /** Returns the value of {@code key}; nothing if it is not there. */
  public Optional<DocumentNode> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * Returns the value of {@code key}.
   *
   * @throws DocumentException if it is not there
   */
  public DocumentNode get(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new DocumentException(
                    problem("Invalid " + place.subject() + ": " + key + " is missing")));
  }

  /** Returns where {@code key} stands; where the mapping stands if the key is not there. */
  public Place keyPlace(String key) {
    return keyPlaces.getOrDefault(key, place);
  }

  /**
   * Returns the text of {@code key} as it is written.
   *
   * @throws DocumentException if it is not there, or no single value
   */
  public String text(String key) {
    return get(key).asScalar().text();
  }

  /**
   * Returns what {@code parse} makes of the text of {@code key}; nothing if the key is not there.
   *
   * @param expected the form that {@code parse} accepts, for the message
   * @throws DocumentException if it is no single value, or {@code parse} refuses it with an {@link
   *     IllegalArgumentException}
   */
  public <T> Optional<T> read(String key, String expected, Function<String, T> parse) {
    return find(key).map(node -> node.asScalar().as(expected, parse));
  }

  @Override
  public MappingNode asMapping() {
    return this;
  }

  @Override
  public String describe() {
    return entries.isEmpty() ? "an empty mapping" : "a mapping";
  }
}
