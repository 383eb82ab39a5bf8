package io.headroom.report;

/** Whether text may have pictures in it. */
public enum Pictures {
  /** Pictures of block elements. */
  UNICODE,
  /** None: the numbers say the same. */
  NONE
}
