package io.headroom.report.whatif;

/** Whether text may have pictures in it. */
public enum TextPictures {
  /** TextPictures of block elements. */
  UNICODE,
  /** None: the numbers say the same. */
  NONE
}
