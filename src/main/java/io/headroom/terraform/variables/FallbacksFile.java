package io.headroom.terraform.variables;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headroom.document.Excerpt;
import io.headroom.document.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file with the variable {@code instance_fallbacks}: for each key the types to try, in their
 * order, when the cloud refuses capacity. A machine without a recommendation keeps what the file
 * says of it.
 */
public final class FallbacksFile {

  /** Name of the variable. */
  public static final VariableName NAME = new VariableName("instance_fallbacks");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final TypeReference<SortedMap<String, SortedMap<String, List<String>>>> FORM =
      new TypeReference<>() {};

  private final VariablesFile file;

  /**
   * Names the file; it need not be there yet.
   *
   * @throws VariablesException if its name does not end as a file of variables must
   */
  public FallbacksFile(Path path) {
    this.file = new VariablesFile(path);
  }

  /**
   * Puts the fallbacks of some machines into the file, and takes those out that have none any more.
   *
   * @param fallbacks types by key
   * @param keys keys that there are
   * @return whether the file is another one now
   * @throws VariablesException if the file cannot be read or written
   */
  public boolean update(Map<String, List<String>> fallbacks, Iterable<String> keys) {
    byte[] bytes = bytes();
    SortedMap<String, List<String>> before = parse(bytes);
    SortedMap<String, List<String>> after = new TreeMap<>();
    for (String key : keys) {
      List<String> types = fallbacks.getOrDefault(key, before.getOrDefault(key, List.of()));
      if (!types.isEmpty()) {
        after.put(key, types);
      }
    }
    boolean changes = bytes.length == 0 || !after.equals(before);
    if (changes) {
      file.replace(
          bytes.length == 0 ? FileHash.NONE : FileHash.of(bytes),
          VariablesWriter.text(NAME, after));
    }
    return changes;
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file.path());
    } catch (NoSuchFileException none) {
      return new byte[0];
    } catch (IOException e) {
      throw new VariablesException("Cannot read " + file.path() + ": " + Failure.reason(e), e);
    }
  }

  private SortedMap<String, List<String>> parse(byte[] bytes) {
    if (bytes.length == 0) {
      return new TreeMap<>();
    }
    try {
      SortedMap<String, SortedMap<String, List<String>>> document = JSON.readValue(bytes, FORM);
      if (document.size() == 1 && document.containsKey(NAME.text())) {
        return document.getOrDefault(NAME.text(), new TreeMap<>());
      }
      throw new VariablesException(
          "Invalid " + file.path() + ": expected the variable " + NAME + " alone");
    } catch (IOException e) {
      throw new VariablesException(
          "Cannot read "
              + file.path()
              + ": "
              + Excerpt.of(String.valueOf(e.getMessage()))
              + "; expected the variable "
              + NAME
              + ", a list of types for each key",
          e);
    }
  }

  /** Returns where it is. */
  public Path path() {
    return file.path();
  }
}
