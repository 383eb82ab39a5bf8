package io.headroom.executor.rehearsal;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What goes wrong in a rehearsal.
 *
 * @param faults how many calls of each machine's resize go wrong, at random
 * @param seed decides which
 * @param scarce types of which the cloud has none for two hours
 * @param unwell types on which no application gets well
 */
public record RehearsalSettings(
    int faults, long seed, SortedSet<String> scarce, SortedSet<String> unwell) {

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException if the number of faults is not from 0 to 8
   */
  public RehearsalSettings {
    if (faults < 0 || faults > 8) {
      throw new IllegalArgumentException("Invalid faults: " + faults + "; expected 0 to 8");
    }
    scarce = Collections.unmodifiableSortedSet(new TreeSet<>(scarce));
    unwell = Collections.unmodifiableSortedSet(new TreeSet<>(unwell));
  }
}
