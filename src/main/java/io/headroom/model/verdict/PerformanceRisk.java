package io.headroom.model.verdict;

import java.util.Optional;

/**
 * How likely a type is to be too small, 0 (not) to 4 (it would be), the maximum over dimensions.
 * The scale is Compute Optimizer's.
 *
 * @param level 0 to 4
 * @param setBy the dimension that sets it; nothing at level 0
 */
public record PerformanceRisk(int level, Optional<String> setBy)
    implements Comparable<PerformanceRisk> {

  /** The highest level. */
  public static final int HIGHEST = 4;

  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if it is outside 0 to 4
   */
  public PerformanceRisk {
    if (level < 0 || level > HIGHEST) {
      throw new IllegalArgumentException(
          "Invalid performance risk: " + level + "; expected 0 to " + HIGHEST);
    }
  }

  @Override
  public int compareTo(PerformanceRisk other) {
    return Integer.compare(level, other.level);
  }
}
