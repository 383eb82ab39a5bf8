package io.headroom.model.unit;

/**
 * A percentile by the nearest-rank method: the P-th percentile of n values is the value at rank
 * {@code ceil(P / 100 × n)} in ascending order. It is always one of the values, so it has a time.
 *
 * <table>
 * <caption>Rank from the top</caption>
 * <tr><th>n</th><th>P99.5</th><th>P99.8</th><th>P100</th></tr>
 * <tr><td>4032 (14 days of 5 minutes)</td><td>21st largest</td><td>9th</td><td>1st</td></tr>
 * <tr><td>12096 (42 days)</td><td>61st</td><td>25th</td><td>1st</td></tr>
 * </table>
 */
public record Percentile(double percent) {

  /**
   * Checks the percentage.
   *
   * @throws IllegalArgumentException if {@code percent} is not above 0 and at most 100
   */
  public Percentile {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "Invalid percentile: " + percent + "; expected more than 0 and at most 100");
    }
  }

  /**
   * Returns the rank counted from the largest value, 1 being the largest.
   *
   * @param count number of values, at least 1
   */
  public int rankFromTop(int count) {
    // 99.5 / 100 * 4000 is 3980.0000000000005 in doubles; the slack keeps it at rank 3980
    int rank = (int) Math.ceil(percent / 100 * count - 1e-9 * count);
    return count - Math.max(1, rank) + 1;
  }

  /** Returns the usual short name: {@code p99.5}. */
  @Override
  public String toString() {
    return "p" + Quantities.text(percent, 3);
  }
}
