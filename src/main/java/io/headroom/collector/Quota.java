package io.headroom.collector;

/**
 * A provider's limit on what one scope may ask for.
 *
 * @param name of the API and what is counted, such as {@code GetMetricData requests}
 * @param perSecond how much a second
 */
public record Quota(String name, long perSecond) {

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Quota {
    if (perSecond < 1) {
      throw new IllegalArgumentException(
          "Invalid quota of " + name + ": " + perSecond + " a second; expected 1 or more");
    }
  }
}
