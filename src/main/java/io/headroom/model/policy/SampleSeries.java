package io.headroom.model.policy;

/** Which series a statistic is taken from. */
public enum SampleSeries {
  /** The means of 5-minute slots: the same answer with basic and with detailed monitoring. */
  MEAN,
  /** The maxima inside the slots, where the source has them. */
  MAXIMUM
}
