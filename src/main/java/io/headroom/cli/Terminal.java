package io.headroom.cli;

import io.headroom.report.PlainText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a command writes: results to {@code out}, messages to {@code err}.
 *
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param environment environment variables
 */
public record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  /** Copies the map. */
  public Terminal {
    environment = Map.copyOf(environment);
  }

  /**
   * Whether results may be coloured: on a terminal that is not dumb, unless {@code NO_COLOR} is set
   * to something; anywhere if {@code FORCE_COLOR} is. Source: no-color.org, clig.dev.
   */
  boolean hasColours() {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    if (!environment.getOrDefault("FORCE_COLOR", "").isEmpty()) {
      return true;
    }
    return outIsTerminal && !"dumb".equals(environment.get("TERM"));
  }

  /**
   * Whether results may have pictures of block elements: on a terminal that is not dumb, with a
   * UTF-8 locale.
   */
  boolean hasPictures() {
    return outIsTerminal && !"dumb".equals(environment.get("TERM")) && isUtf8();
  }

  /** The first of the three variables that is not empty names the encoding. Source: POSIX. */
  private boolean isUtf8() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .filter(value -> value.contains("utf-8") || value.contains("utf8"))
        .isPresent();
  }

  /** Prints a message for people, on one line: what it quotes can be anything. */
  void say(String message) {
    err.println(PlainText.forTerminal(message));
    err.flush();
  }
}
