package io.headroom.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that a misspelt one may stand for. */
public final class NearestNames {

  /** Longer names are no slip of the fingers, and comparing them takes long. */
  private static final int LONGEST = 64;

  private NearestNames() {}

  /**
   * Returns the names of {@code known} closest to {@code wanted}, the closest first, at most {@code
   * limit} of them; none if no name differs from it by less than a third of its letters.
   */
  public static List<String> of(String wanted, Collection<String> known, int limit) {
    if (wanted.length() > LONGEST) {
      return List.of();
    }
    int furthest = Math.max(1, wanted.length() / 3);
    record Near(String name, int distance) {}
    return known.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= furthest)
        .map(name -> new Near(name, distance(wanted, name)))
        .filter(near -> near.distance() <= furthest)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(limit)
        .map(Near::name)
        .toList();
  }

  /** Levenshtein distance: letters to insert, delete or replace. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int replaced =
            above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[other.length()];
  }
}
