package io.headroom.configuration;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.Failure;
import io.headroom.document.MappingNode;
import io.headroom.document.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads secrets from where the configuration says they are. Messages never show one. */
final class SecretReader {

  /** No key or password is as long. */
  private static final int MOST_BYTES = 64 * 1024;

  private final Map<String, String> environment;

  SecretReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Reads {@code {env: …}} or {@code {file: …}}; a plain text is the secret itself. */
  Secret read(DocumentNode node) {
    if (!(node instanceof MappingNode mapping)) {
      return Secret.of(node.asScalar().text());
    }
    Optional<DocumentNode> variable = mapping.find("env");
    return variable.isPresent() ? ofVariable(variable.get()) : ofFile(mapping.get("file"));
  }

  private Secret ofVariable(DocumentNode node) {
    String value = environment.getOrDefault(node.asScalar().text(), "");
    if (value.isEmpty()) {
      throw refused(node, "the variable " + node.asScalar().text() + " is not set; set it");
    }
    return Secret.of(value);
  }

  private static Secret ofFile(DocumentNode node) {
    try {
      Path file = relative(node.place(), node.asScalar().text());
      if (Files.size(file) > MOST_BYTES) {
        throw refused(node, file + " has more than 64 KiB; name a file with the secret alone");
      }
      String text = Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
      if (text.isEmpty()) {
        throw refused(node, file + " is empty");
      }
      return Secret.of(text);
    } catch (IOException e) {
      throw refused(node, "cannot read " + node.asScalar().text() + ": " + Failure.reason(e));
    }
  }

  /** Returns a path that is written in a file, relative to that file. */
  static Path relative(Place place, String path) {
    try {
      Path written = Path.of(path);
      Path folder = place.line() == 0 ? null : Path.of(place.file()).getParent();
      return folder == null ? written : folder.resolve(written);
    } catch (InvalidPathException e) {
      throw new DocumentException(
          new io.headroom.document.DocumentProblem(
              place, "Invalid " + place.subject() + ": expected a path"));
    }
  }

  private static DocumentException refused(DocumentNode node, String reason) {
    return new DocumentException(node.problem("Invalid " + node.place().subject() + ": " + reason));
  }
}
