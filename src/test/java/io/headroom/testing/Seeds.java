package io.headroom.testing;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property with many seeds; a failure names the seed to run again. */
public final class Seeds {

  private Seeds() {}

  /** Runs {@code property} for seeds 1 to {@code count}. */
  public static void forEach(int count, Consumer<Random> property) {
    for (int seed = 1; seed <= count; seed++) {
      try {
        property.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails with seed " + seed, e);
      }
    }
  }
}
