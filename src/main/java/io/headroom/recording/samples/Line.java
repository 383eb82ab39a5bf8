package io.headroom.recording.samples;

/** A line of the samples file, as bytes in UTF-8. */
final class Line {

  private final long number;
  private final byte[] bytes;
  private final boolean tooLong;

  private Line(long number, byte[] bytes, boolean tooLong) {
    this.number = number;
    this.bytes = bytes;
    this.tooLong = tooLong;
  }

  /** Returns a line all of which is here. */
  static Line whole(long number, byte[] bytes) {
    return new Line(number, bytes, /* tooLong= */ false);
  }

  /** Returns a line that is longer than a line may be, and of which only the beginning is here. */
  static Line beginning(long number, byte[] bytes) {
    return new Line(number, bytes, /* tooLong= */ true);
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
  boolean isTooLong() {
    return tooLong;
  }
}
