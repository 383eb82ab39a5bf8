package io.headroom.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key of the configuration.
 *
 * @param path names from the outside in, such as {@code store, url}
 * @param description what it is for
 * @param byDefault its value where nobody says one, as it would be written
 */
public record ConfigurationKey(
    List<String> path, Form form, String description, Optional<String> byDefault) {

  /** Copies the path. */
  public ConfigurationKey {
    path = List.copyOf(path);
  }

  /** What a value is. */
  public enum Form {
    /** Text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** Several texts; separated by commas in a variable. */
    TEXTS,
    /** Where a secret is; a variable holds the secret itself. */
    SECRET,
    /** A list of mappings; files alone can say it. */
    ENTRIES
  }

  /** The address of the store has the short name that every command with {@code --store} reads. */
  private static final String STORE = "store.url";

  /** Returns the path in one word: {@code store.url}. */
  public String name() {
    return String.join(".", path);
  }

  /** Returns the environment variable that sets it; nothing if files alone can. */
  public Optional<String> variable() {
    return form == Form.ENTRIES
        ? Optional.empty()
        : Optional.of("HEADROOM_" + variablePart().toUpperCase(Locale.ROOT));
  }

  private String variablePart() {
    return name().equals(STORE) ? path.get(0) : String.join("_", path);
  }
}
