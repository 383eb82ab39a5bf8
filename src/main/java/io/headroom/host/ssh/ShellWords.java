package io.headroom.host.ssh;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Carries words through the login shell that an SSH server puts before every command. Each word is
 * quoted as a whole, so that a shell passes it on as it is.
 */
final class ShellWords {

  private ShellWords() {}

  static String line(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
