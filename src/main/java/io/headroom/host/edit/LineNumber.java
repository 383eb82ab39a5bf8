package io.headroom.host.edit;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number on a line of its own after a name: {@code WEB_CONCURRENCY=9} of a file with environment
 * variables, {@code pm.max_children = 9} of PHP. Lines that are commented out do not count.
 *
 * @param name the name before the equals sign
 * @param added how a line is written where there is none, with {@code %d} for the number
 * @param unit what may stand after the number, such as {@code M}; empty for nothing
 */
public record LineNumber(String name, String added, String unit) implements NumberPlace {

  private static final int NUMBER = 1;

  /** Returns the place of a variable in a file of environment variables. */
  public static LineNumber variable(String name) {
    return new LineNumber(name, name + "=%d", "");
  }

  /** Returns the place of a setting in an INI file. */
  public static LineNumber setting(String name) {
    return new LineNumber(name, name + " = %d", "");
  }

  @Override
  public OptionalInt read(String text) {
    List<MatchResult> lines = lines(text);
    return lines.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(lines.get(0).group(NUMBER)));
  }

  @Override
  public String replaced(String text, int number) {
    List<MatchResult> lines = lines(text);
    if (lines.isEmpty()) {
      String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      return text + gap + added.replace("%d", Integer.toString(number)) + "\n";
    }
    MatchResult line = lines.get(0);
    return text.substring(0, line.start(NUMBER)) + number + text.substring(line.end(NUMBER));
  }

  private List<MatchResult> lines(String text) {
    String head =
        "(?m)^[ \\t]*(?:export[ \\t]+|Environment=\"?)?" + Pattern.quote(name) + "[ \\t]*=";
    List<MatchResult> named = Pattern.compile(head).matcher(text).results().toList();
    List<MatchResult> whole =
        Pattern.compile(
                head
                    + "[ \\t]*[\"']?([0-9]{1,9})"
                    + Pattern.quote(unit)
                    + "[\"']?[ \\t]*(?:#.*)?\\r?$")
            .matcher(text)
            .results()
            .toList();
    if (named.size() > 1) {
      throw new EditException(name + " is set " + named.size() + " times");
    }
    if (whole.size() < named.size()) {
      throw new EditException(name + " is not a whole number" + (unit.isEmpty() ? "" : unit));
    }
    return whole;
  }
}
