package io.headroom.policy.file;

import io.headroom.document.GuardedYaml;
import io.headroom.document.MappingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policies that come with the program, as files for people and resources of the class path. */
public final class ShippedPolicies {

  /** Name of the policy that is used, and extended, where none is named. */
  public static final String DEFAULT = "peak-plus-half";

  /** Their names, the default first. */
  public static final List<String> NAMES =
      List.of(DEFAULT, "burstable-friendly", "cautious", "compute-optimizer", "erpnext", "frugal");

  private ShippedPolicies() {}

  /**
   * Returns a shipped policy. Its selector, if it has one, is compiled when it is first asked.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static LoadedPolicy load(String name) {
    MappingNode own = document(name);
    return PolicyReader.trusted(own, effective(own));
  }

  /**
   * Returns the file of a shipped policy, with its comments.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "Cannot find a shipped policy " + name + "; expected one of " + String.join(", ", NAMES));
    }
    try (InputStream in =
        ShippedPolicies.class.getResourceAsStream("/policies/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("Cannot find the file of " + name + " in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped policy " + name, e);
    }
  }

  /** Returns every key of a shipped policy with its value. */
  static MappingNode effective(String name) {
    return effective(document(name));
  }

  private static MappingNode effective(MappingNode own) {
    return own.text("name").equals(DEFAULT)
        ? Inheritance.effective(own)
        : Inheritance.effective(own, effective(DEFAULT));
  }

  private static MappingNode document(String name) {
    return GuardedYaml.parse("shipped policy " + name, text(name)).asMapping();
  }
}
