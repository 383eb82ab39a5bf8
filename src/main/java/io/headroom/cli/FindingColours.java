package io.headroom.cli;

import io.headroom.report.Paint;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours the findings of a table: red for too small, yellow for too large, dim for what stays. */
final class FindingColours {

  private static final String RESET = "\u001b[0m";

  /** Colours that keep apart with any of the common colour blindnesses, together with the words. */
  private static final Map<String, String> COLOURS =
      Map.of(
          "too small", "\u001b[1;31m",
          "too large", "\u001b[33m",
          "idle", "\u001b[36m",
          "no verdict", "\u001b[35m",
          "right size", "\u001b[32m",
          "excluded", "\u001b[2m");

  /** A finding stands after two blanks, and before two or what it is about. */
  private static final Pattern FINDING =
      Pattern.compile("(?<=  )(too small|too large|idle|no verdict|right size|excluded)(?=:|  )");

  private FindingColours() {}

  static Paint on(Terminal terminal) {
    return terminal.hasColours() ? Paint.of(FindingColours::coloured) : Paint.NONE;
  }

  private static String coloured(String table) {
    return FINDING
        .matcher(table)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    COLOURS.getOrDefault(match.group(1), "") + match.group(1) + RESET));
  }
}
