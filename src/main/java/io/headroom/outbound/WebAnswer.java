package io.headroom.outbound;

/**
 * What was answered.
 *
 * @param status HTTP status
 * @param text beginning of the body, at most 64 KiB
 */
public record WebAnswer(int status, String text) {

  /** Whether the request was taken. */
  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  /**
   * Whether another try may be answered otherwise: too many requests, or the server is not well.
   */
  public boolean isForNow() {
    return status == 408 || status == 425 || status == 429 || status >= 500;
  }
}
