package io.headroom.policy;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentProblem;
import io.headroom.document.Excerpt;
import io.headroom.document.GuardedYaml;
import io.headroom.document.NearestNames;
import io.headroom.document.Place;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.PolicyReader;
import io.headroom.policy.file.ShippedPolicies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds a policy by what a person says: the name of a shipped policy, else the path of a file. A
 * file that is called like a shipped policy is reached by {@code ./NAME}.
 */
public final class PolicySource {

  private final Path directory;

  /** Resolves relative paths against {@code directory}. */
  public PolicySource(Path directory) {
    this.directory = directory;
  }

  /** Returns the names of the shipped policies, the default first. */
  public static List<String> shippedNames() {
    return ShippedPolicies.NAMES;
  }

  /**
   * Returns the policy called {@code nameOrPath}.
   *
   * @throws DocumentException if there is none, or it cannot be read, or it is not valid; the
   *     message of an unknown name lists the names there are
   */
  public LoadedPolicy load(String nameOrPath) {
    return ShippedPolicies.NAMES.contains(nameOrPath)
        ? ShippedPolicies.load(nameOrPath)
        : PolicyReader.read(nameOrPath, content(nameOrPath));
  }

  private byte[] content(String nameOrPath) {
    Path file;
    try {
      file = directory.resolve(nameOrPath);
    } catch (InvalidPathException notAPath) {
      throw unknown(nameOrPath);
    }
    if (nameOrPath.isBlank() || !Files.exists(file)) {
      throw unknown(nameOrPath);
    }
    if (Files.isDirectory(file)) {
      throw refused(nameOrPath, "Cannot read the policy: it is a folder; name a file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(GuardedYaml.MOST_BYTES + 1);
    } catch (IOException unreadable) {
      throw refused(
          nameOrPath,
          "Cannot read the policy: "
              + Excerpt.of(unreadable.toString())
              + "; check its permissions");
    }
  }

  private static DocumentException unknown(String nameOrPath) {
    String nearest =
        NearestNames.of(nameOrPath, ShippedPolicies.NAMES, 1).stream()
            .map(name -> "; did you mean " + name)
            .findFirst()
            .orElse("");
    return refused(
        nameOrPath,
        "Cannot find the policy: it is no file and no shipped policy ("
            + String.join(", ", ShippedPolicies.NAMES)
            + ")"
            + nearest);
  }

  private static DocumentException refused(String nameOrPath, String message) {
    return new DocumentException(new DocumentProblem(Place.ofFile(nameOrPath), message));
  }
}
