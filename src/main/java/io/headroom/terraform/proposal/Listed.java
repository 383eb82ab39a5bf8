package io.headroom.terraform.proposal;

import io.headroom.document.Excerpt;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names of machines in a message: a few, and how many more. */
final class Listed {

  private static final int SHOWN = 5;

  private Listed() {}

  /** Returns {@code a, b, c, d, e and 12 more}. */
  static String of(Collection<String> names) {
    String shown = names.stream().limit(SHOWN).map(Excerpt::of).collect(Collectors.joining(", "));
    int more = names.size() - SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** Returns {@code 1 machine} or {@code 3 machines}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
