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
          "under provisioned", "\u001b[1;31m",
          "over provisioned", "\u001b[33m",
          "idle", "\u001b[36m",
          "insufficient data", "\u001b[35m",
          "optimized", "\u001b[32m",
          "excluded", "\u001b[2m");

  /** A finding stands between at least two blanks on either side: no name can look like it. */
  private static final Pattern FINDING =
      Pattern.compile(
          "(?<=  )(under provisioned|over provisioned|idle|insufficient data|optimized|excluded)(?=  )");

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
