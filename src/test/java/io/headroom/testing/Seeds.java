package io.headroom.testing;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The loop of the property tests. Each case has a seed of its own, which is printed when the case
 * fails; {@code -Dheadroom.seed=N} runs that case alone, {@code -Dheadroom.cases=N} runs more or
 * fewer.
 */
public final class Seeds {

  /** Where the seeds of a run start: the same cases on every machine and every day. */
  private static final long FIRST = 20_260_720;

  private Seeds() {}

  /** Checks {@code property} on {@code cases} cases, or as many as the system property says. */
  public static void forEach(int cases, Consumer<Random> property) {
    Long only = Long.getLong("headroom.seed");
    if (only != null) {
      check(property, only);
      return;
    }
    int wanted = Integer.getInteger("headroom.cases", cases);
    for (int number = 0; number < wanted; number++) {
      check(property, FIRST + number);
    }
  }

  /** As {@link #forEach}, several cases at once; {@code property} must not mind. */
  public static void forEachInParallel(int cases, Consumer<Random> property) {
    if (isWholeRun()) {
      LongStream.range(FIRST, FIRST + cases).parallel().forEach(seed -> check(property, seed));
    } else {
      forEach(cases, property);
    }
  }

  /** Whether no system property asks for other cases than the test's own. */
  public static boolean isWholeRun() {
    return Long.getLong("headroom.seed") == null && Integer.getInteger("headroom.cases") == null;
  }

  private static void check(Consumer<Random> property, long seed) {
    try {
      property.accept(new Random(seed));
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "Fails with seed " + seed + "; run it alone with -Dheadroom.seed=" + seed, failure);
    }
  }
}
