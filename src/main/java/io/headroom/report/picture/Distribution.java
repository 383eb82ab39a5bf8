package io.headroom.report.picture;

import io.headroom.engine.demand.Usage;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How much of the observed time a machine used how much, exact: every slot is kept. */
final class Distribution {

  private static final int SECONDS_EACH = 300;

  private final double[] ascending;

  private Distribution(double[] ascending) {
    this.ascending = ascending;
  }

  /** Returns the distribution of a usage of which some slot was observed. */
  static Distribution of(Usage usage, double factor) {
    DoubleStream.Builder values = DoubleStream.builder();
    usage.replay(
        (start, seconds, used) -> {
          for (int part = 0; part < Math.max(1, seconds / SECONDS_EACH); part++) {
            values.add(used * factor);
          }
        });
    double[] sorted = values.build().toArray();
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  /**
   * Returns the use that is exceeded in at most {@code share} of the observed time, by nearest
   * rank: 0.01 gives the 99th percentile.
   */
  double exceededFor(double share) {
    int rank = (int) Math.ceil((1 - share) * ascending.length - 1e-9);
    return ascending[Math.max(0, Math.min(ascending.length, rank) - 1)];
  }

  /** Returns the share of the observed time in which more than {@code limit} was used. */
  double shareAbove(double limit) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) (ascending.length - low) / ascending.length;
  }

  double mean() {
    return Arrays.stream(ascending).average().orElse(0);
  }

  double peak() {
    return ascending[ascending.length - 1];
  }

  int slots() {
    return ascending.length;
  }
}
