package io.headroom.executor.channel;

import java.util.stream.Stream;

/**
 * How a command ended.
 *
 * @param exitCode what it ended with
 * @param out what it printed
 * @param err what it complained about
 */
public record CommandResult(int exitCode, String out, String err) {

  /** Whether it ended well. */
  public boolean isOk() {
    return exitCode == 0;
  }

  /** Returns the lines it printed. */
  public Stream<String> lines() {
    return out.lines();
  }

  /** Returns what it said last, for a message: the last line of complaint, else of output. */
  public String lastWords() {
    return lastLine(err).or(() -> lastLine(out)).orElse("no word of why");
  }

  private static java.util.Optional<String> lastLine(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(line -> !line.isEmpty())
        .reduce((before, after) -> after)
        .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line);
  }
}
