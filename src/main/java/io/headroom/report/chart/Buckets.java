package io.headroom.report.chart;

import io.headroom.model.unit.TimeRange;

/**
 * Samples gathered into as many buckets of time as a picture has columns. A bucket keeps the
 * smallest and the largest sample, so no peak is lost however much is drawn together; a bucket that
 * no sample touches is a gap.
 */
public final class Buckets {

  private final long start;
  private final double secondsEach;
  private final double[] least;
  private final double[] most;
  private final double[] sum;
  private final double[] weights;

  /**
   * Divides {@code range} into {@code count} buckets, all empty.
   *
   * @throws IllegalArgumentException if the range is empty or the count is below 1
   */
  public Buckets(TimeRange range, int count) {
    if (count < 1 || range.length().isZero()) {
      throw new IllegalArgumentException(
          "Invalid buckets: " + count + " over " + range.length() + "; expected one or more");
    }
    start = range.start().getEpochSecond();
    secondsEach = (double) range.length().toSeconds() / count;
    least = new double[count];
    most = new double[count];
    sum = new double[count];
    weights = new double[count];
  }

  /**
   * Adds a sample to every bucket its slot touches; what lies outside of the range is left out.
   *
   * @param slotStart start of the slot, in seconds since the epoch
   * @param slotSeconds length of the slot
   */
  public void add(long slotStart, int slotSeconds, double value) {
    double from = (slotStart - start) / secondsEach;
    double until = from + slotSeconds / secondsEach;
    int last = (int) Math.min(count(), Math.ceil(until)) - 1;
    for (int bucket = (int) Math.max(0, Math.floor(from)); bucket <= last; bucket++) {
      double weight = Math.min(until, bucket + 1) - Math.max(from, bucket);
      if (weight > 0) {
        add(bucket, value, weight);
      }
    }
  }

  private void add(int bucket, double value, double weight) {
    boolean first = isGap(bucket);
    least[bucket] = first ? value : Math.min(least[bucket], value);
    most[bucket] = first ? value : Math.max(most[bucket], value);
    sum[bucket] += value * weight;
    weights[bucket] += weight;
  }

  /** Returns the number of buckets. */
  public int count() {
    return least.length;
  }

  /** Whether no sample touches the bucket. */
  public boolean isGap(int bucket) {
    return weights[bucket] == 0;
  }

  /** Returns the smallest sample of a bucket that is no gap. */
  public double least(int bucket) {
    return least[bucket];
  }

  /** Returns the largest sample of a bucket that is no gap. */
  public double most(int bucket) {
    return most[bucket];
  }

  /** Returns the mean over the observed time of a bucket that is no gap. */
  public double mean(int bucket) {
    return sum[bucket] / weights[bucket];
  }

  /** Returns the largest sample of all, 0 if there is none. */
  public double most() {
    double largest = 0;
    for (int bucket = 0; bucket < count(); bucket++) {
      largest = isGap(bucket) ? largest : Math.max(largest, most[bucket]);
    }
    return largest;
  }
}
