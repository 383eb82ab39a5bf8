package io.headroom.terraform.proposal;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentProblem;
import io.headroom.document.GuardedYaml;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file with keys that somebody wrote down: a mapping from instance id to key. */
public final class KeysFile {

  private KeysFile() {}

  /**
   * Returns the keys by instance id.
   *
   * @throws DocumentException if it is not such a mapping
   */
  public static SortedMap<String, String> read(Path file) {
    SortedMap<String, String> keys = new TreeMap<>();
    GuardedYaml.read(file).asMapping().entries().forEach((id, key) -> keys.put(id, key(id, key)));
    return keys;
  }

  private static String key(String id, DocumentNode node) {
    String key = node.asScalar().text();
    if (key.isBlank()) {
      throw new DocumentException(
          new DocumentProblem(
              node.place(), "Invalid key of " + id + ": it is empty; expected one such as web-1"));
    }
    return key;
  }
}
