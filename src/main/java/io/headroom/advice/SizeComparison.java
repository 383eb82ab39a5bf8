package io.headroom.advice;

import io.headroom.engine.replay.DayDemand;
import io.headroom.model.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The recorded demand of one machine on several sizes, side by side.
 *
 * @param verdict what the engine says of the machine
 * @param recommended where the recommended size comes from
 * @param sizes the sizes: just below average, current, recommended, then those asked for by name; a
 *     type that has several roles is there once
 * @param days the recorded demand by UTC day
 * @param cpuRecorded whether CPU was recorded; if not, nothing is said of it
 * @param memoryRecorded whether memory was recorded; if not, nothing is said of it
 */
public record SizeComparison(
    Verdict verdict,
    RecommendedSize recommended,
    List<ComparedSize> sizes,
    List<DayDemand> days,
    boolean cpuRecorded,
    boolean memoryRecorded) {

  /** Copies the lists. */
  public SizeComparison {
    sizes = List.copyOf(sizes);
    days = List.copyOf(days);
  }

  /** Returns the size with that role, or nothing. */
  public Optional<ComparedSize> size(SizeRole role) {
    return sizes.stream().filter(size -> size.is(role)).findFirst();
  }
}
