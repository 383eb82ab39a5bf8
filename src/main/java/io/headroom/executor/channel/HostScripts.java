package io.headroom.executor.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The constant scripts behind actions that take more than one program. */
public final class HostScripts {

  private HostScripts() {}

  /**
   * Returns the text of a script that ships with the program.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String text(String name) {
    try (InputStream in = HostScripts.class.getResourceAsStream(name + ".sh")) {
      if (in == null) {
        throw new IllegalArgumentException("Invalid script: " + name + "; expected a shipped one");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
