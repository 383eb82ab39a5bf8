package io.headroom.advice.backtest;

import io.headroom.model.unit.TimeRange;
import java.time.Instant;

/**
 * A moment at which a machine's record is cut in two.
 *
 * @param training what a policy sees; it ends at the cut
 * @param test what it is judged on; it starts at the cut
 */
public record Cut(TimeRange training, TimeRange test) {

  /**
   * Checks that the parts meet.
   *
   * @throws IllegalArgumentException if the test part does not start where the training part ends
   */
  public Cut {
    if (!training.end().equals(test.start())) {
      throw new IllegalArgumentException(
          "Invalid cut: the training part ends at "
              + training.end()
              + ", the test part starts at "
              + test.start()
              + "; expected the same moment");
    }
  }

  /** Returns the moment of the cut. */
  public Instant at() {
    return test.start();
  }
}
