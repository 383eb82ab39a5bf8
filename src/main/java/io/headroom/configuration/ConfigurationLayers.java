package io.headroom.configuration;

import io.headroom.document.DocumentNode;
import io.headroom.document.GuardedYaml;
import io.headroom.document.ListNode;
import io.headroom.document.MappingNode;
import io.headroom.document.Place;
import io.headroom.document.ScalarKind;
import io.headroom.document.ScalarNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays the values of several places over each other: mappings key by key, everything else whole.
 * Each value keeps the place it comes from.
 */
final class ConfigurationLayers {

  private static final Place NOWHERE = Place.ofFile("configuration");

  private ConfigurationLayers() {}

  /** Returns the values that hold where nobody says others. */
  static MappingNode defaults() {
    MappingNode layer = empty(NOWHERE);
    for (ConfigurationKey key : ConfigurationKeys.all()) {
      if (key.byDefault().isPresent()) {
        layer = over(layer, value(key, unbracketed(key.byDefault().get()), "default"));
      }
    }
    return layer;
  }

  /** Returns what variables say. */
  static MappingNode variables(Map<String, String> environment) {
    MappingNode layer = empty(NOWHERE);
    for (ConfigurationKey key : ConfigurationKeys.all()) {
      Optional<String> variable = key.variable().filter(name -> isSet(environment, name));
      if (variable.isPresent()) {
        String text = environment.getOrDefault(variable.get(), "");
        layer =
            over(
                layer,
                key.form() == ConfigurationKey.Form.SECRET
                    ? mapping(key.path(), reference(variable.get()))
                    : value(key, text, variable.get()));
      }
    }
    return layer;
  }

  /**
   * Returns what options of the command line say.
   *
   * @param options by the name of the key
   */
  static MappingNode options(Map<String, List<String>> options) {
    MappingNode layer = empty(NOWHERE);
    for (ConfigurationKey key : ConfigurationKeys.all()) {
      List<String> values = options.getOrDefault(key.name(), List.of());
      if (!values.isEmpty()) {
        layer = over(layer, value(key, String.join(",", values), "command line"));
      }
    }
    return layer;
  }

  /** Returns {@code lower} with what {@code upper} says. */
  static MappingNode over(MappingNode lower, MappingNode upper) {
    Map<String, DocumentNode> values = new LinkedHashMap<>(lower.entries());
    upper.entries().forEach((key, value) -> values.merge(key, value, ConfigurationLayers::merged));
    Map<String, Place> places = new LinkedHashMap<>(lower.keyPlaces());
    places.putAll(upper.keyPlaces());
    return new MappingNode(upper.place(), values, places);
  }

  private static DocumentNode merged(DocumentNode lower, DocumentNode upper) {
    return lower instanceof MappingNode base && upper instanceof MappingNode top && !isSecret(base)
        ? over(base, top)
        : upper;
  }

  /** Where a secret is is said once: a file does not become a variable as well. */
  private static boolean isSecret(MappingNode node) {
    return node.find("env").isPresent() || node.find("file").isPresent();
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  private static MappingNode value(ConfigurationKey key, String text, String origin) {
    Place place = new Place(origin, 0, 0, key.name());
    DocumentNode node =
        switch (key.form()) {
          case NUMBER -> number(place, text);
          case TEXTS -> list(place, text);
          case TEXT, SECRET, ENTRIES -> new ScalarNode(place, ScalarKind.TEXT, text);
        };
    return mapping(key.path(), node);
  }

  private static DocumentNode number(Place place, String text) {
    boolean isNumber = text.matches("-?(0|[1-9][0-9]{0,9})");
    return new ScalarNode(place, isNumber ? ScalarKind.NUMBER : ScalarKind.TEXT, text);
  }

  private static ListNode list(Place place, String text) {
    List<DocumentNode> entries = new ArrayList<>();
    Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .forEach(entry -> entries.add(new ScalarNode(place, ScalarKind.TEXT, entry)));
    return new ListNode(place, entries);
  }

  private static MappingNode reference(String variable) {
    Place place = Place.ofFile(variable);
    return new MappingNode(
        place,
        Map.of("env", new ScalarNode(place, ScalarKind.TEXT, variable)),
        Map.of("env", place));
  }

  private static MappingNode mapping(List<String> path, DocumentNode value) {
    List<String> inwards = new ArrayList<>(path);
    Collections.reverse(inwards);
    DocumentNode node = value;
    for (String name : inwards) {
      node = new MappingNode(value.place(), Map.of(name, node), Map.of(name, value.place()));
    }
    return node.asMapping();
  }

  private static MappingNode empty(Place place) {
    return new MappingNode(place, Map.of(), Map.of());
  }

  private static String unbracketed(String list) {
    return list.startsWith("[") ? list.substring(1, list.length() - 1) : list;
  }

  /** Returns what a file says. */
  static MappingNode file(Path file) {
    return ConfigurationKeys.schema().require(GuardedYaml.read(file)).asMapping();
  }
}
