package io.headroom.recording.inventory;

import io.headroom.document.Excerpt;
import io.headroom.document.NearestNames;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the properties of one JSON object in the shapes they should have. A property that is absent
 * or null is unknown; one of another shape throws {@link FieldFault}.
 */
final class FieldReader {

  private final JsonValue.Fields fields;
  private final String path;
  private final UnknownFields unknown;
  private final Set<String> asked = new HashSet<>();

  private FieldReader(JsonValue.Fields fields, String path, UnknownFields unknown) {
    this.fields = fields;
    this.path = path;
    this.unknown = unknown;
  }

  /**
   * Returns what {@code reader} makes of a value that should be an object. Properties that it does
   * not ask for are added to {@code unknown}.
   *
   * @param path names of the objects around its properties, each followed by a dot
   */
  static <T> T read(
      JsonValue value, String path, UnknownFields unknown, Function<FieldReader, T> reader) {
    if (!(value instanceof JsonValue.Fields fields)) {
      String name = path.isEmpty() ? "instance" : path.substring(0, path.length() - 1);
      throw new FieldFault(name, value.line(), value.shown(), "an object");
    }
    FieldReader object = new FieldReader(fields, path, unknown);
    refuseTwice(fields, path);
    T result = reader.apply(object);
    object.findUnknown();
    return result;
  }

  /** Returns a property that need not be there. */
  <T> Optional<T> optional(String name, Shape<T> shape) {
    return value(name).map(value -> shaped(name, value, shape));
  }

  /** Returns a property that must be there. */
  <T> T required(String name, Shape<T> shape) {
    return optional(name, shape)
        .orElseThrow(() -> new FieldFault(path + name, fields.line(), "nothing", shape.expected()));
  }

  /** Returns the items of a list; none if it is not there. */
  <T> List<T> list(String name, Shape<T> shape) {
    return items(name).orElse(List.of()).stream().map(item -> shaped(name, item, shape)).toList();
  }

  /** Returns what {@code reader} makes of an object. */
  <T> Optional<T> object(String name, Function<FieldReader, T> reader) {
    return value(name).map(value -> read(value, path + name + ".", unknown, reader));
  }

  /** Returns what {@code reader} makes of each object of a list; nothing if it is not there. */
  <T> Optional<List<T>> objects(String name, Function<FieldReader, T> reader) {
    return items(name)
        .map(
            items ->
                items.stream()
                    .map(item -> read(item, path + name + ".", unknown, reader))
                    .toList());
  }

  /** Returns an object of texts; empty if it is not there. */
  SortedMap<String, String> texts(String name) {
    return value(name).map(value -> texts(name, value)).orElse(Collections.emptySortedMap());
  }

  private SortedMap<String, String> texts(String name, JsonValue value) {
    if (!(value instanceof JsonValue.Fields object)) {
      throw new FieldFault(path + name, value.line(), value.shown(), "an object of texts");
    }
    refuseTwice(object, path + name + ".");
    SortedMap<String, String> texts = new TreeMap<>();
    object
        .values()
        .forEach(
            (key, text) -> texts.put(key, shaped(name + "." + Excerpt.of(key), text, Shape.TEXT)));
    return texts;
  }

  private <T> T shaped(String name, JsonValue value, Shape<T> shape) {
    return shape
        .reader()
        .apply(value)
        .orElseThrow(
            () -> new FieldFault(path + name, value.line(), value.shown(), shape.expected()));
  }

  private Optional<List<JsonValue>> items(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof JsonValue.Items items) {
                return items.values();
              }
              throw new FieldFault(path + name, value.line(), value.shown(), "a list");
            });
  }

  private Optional<JsonValue> value(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.values().get(name))
        .filter(value -> !(value instanceof JsonValue.Nothing));
  }

  private static void refuseTwice(JsonValue.Fields fields, String path) {
    for (JsonValue.Text name : fields.twice()) {
      throw new FieldFault(
          path + Excerpt.of(name.text()), name.line(), "it comes twice", "it once");
    }
  }

  private void findUnknown() {
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (!asked.contains(name)) {
                unknown.add(path + name, value.line(), NearestNames.of(name, asked, 1));
              }
            });
  }
}
