package io.headroom.recording.samples;

/** A line of the samples file, as bytes in UTF-8. */
final class Line {

  private final long number;
  private final byte[] bytes;
  private final boolean beginning;

  private Line(long number, byte[] bytes, boolean beginning) {
    this.number = number;
    this.bytes = bytes;
    this.beginning = beginning;
  }

  /** Returns a line all of which is here. */
  static Line whole(long number, byte[] bytes) {
    return new Line(number, bytes, /* beginning= */ false);
  }

  /**
   * Returns the beginning of a line that is longer than a line may be, or that the file breaks off
   * in.
   */
  static Line beginning(long number, byte[] bytes) {
    return new Line(number, bytes, /* beginning= */ true);
  }

  /** Returns its number in the file, counted from 1. */
  long number() {
    return number;
  }

  /** Returns its text without the line end. The array belongs to the line. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether only its beginning is here. */
  boolean isBeginning() {
    return beginning;
  }
}
