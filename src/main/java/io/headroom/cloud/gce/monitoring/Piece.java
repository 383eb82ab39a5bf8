package io.headroom.cloud.gce.monitoring;

import java.util.Arrays;

/** Values of one machine in slots that follow each other; NaN is a slot without one. */
final class Piece {

  private final int from;
  private final float[] values;

  private Piece(int from, float[] values) {
    this.from = from;
    this.values = values;
  }

  /** Returns a piece without any value over the slots {@code from} to {@code until}. */
  static Piece empty(int from, int until) {
    float[] values = new float[until - from];
    Arrays.fill(values, Float.NaN);
    return new Piece(from, values);
  }

  /** Returns the first slot. */
  int from() {
    return from;
  }

  void put(int slot, double value) {
    values[slot - from] = (float) value;
  }

  /** Adds every value of another piece to what is there; the slots must lie within this one's. */
  void add(Piece other) {
    for (int i = 0; i < other.values.length; i++) {
      int at = other.from - from + i;
      if (!Float.isNaN(other.values[i])) {
        values[at] = Float.isNaN(values[at]) ? other.values[i] : values[at] + other.values[i];
      }
    }
  }

  /** Returns the sum of both where both have a value; they have the same slots. */
  Piece plus(Piece other) {
    float[] sums = new float[values.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = values[i] + other.values[i]; // NaN in either stays NaN
    }
    return new Piece(from, sums);
  }

  /** Returns the values; they are not touched again. */
  float[] values() {
    return values;
  }
}
