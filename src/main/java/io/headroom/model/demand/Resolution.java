package io.headroom.model.demand;

/**
 * What a sample behind the demand really is. It follows the sampling, not the statistic's name: the
 * Maximum of an EC2 machine with basic monitoring is itself a mean of five minutes.
 *
 * @param maximum whether the value is a maximum of finer samples; else it is a mean, and the true
 *     demand inside the slot was higher at some moment
 * @param seconds length of what was sampled
 */
public record Resolution(boolean maximum, int seconds) {

  /** Returns the resolution of a maximum of samples of {@code seconds}. */
  public static Resolution maximumOf(int seconds) {
    return new Resolution(/* maximum= */ true, seconds);
  }

  /** Returns the resolution of a mean over {@code seconds}. */
  public static Resolution meanOf(int seconds) {
    return new Resolution(/* maximum= */ false, seconds);
  }

  /** Whether the true momentary demand is known only to be at least this. */
  public boolean isLowerBound() {
    return !maximum;
  }

  /** Returns the label: {@code max_of_60s}, {@code mean_of_300s}. */
  public String label() {
    return (maximum ? "max_of_" : "mean_of_") + seconds + "s";
  }
}
