package io.headroom.batch.delivery;

/** A message that could not be delivered. The text says where and why, and holds no secret. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Again again;

  /** Makes an exception. */
  public DeliveryException(Again again, String message, Throwable cause) {
    super(message, cause);
    this.again = again;
  }

  /** Makes an exception without a cause. */
  public DeliveryException(Again again, String message) {
    super(message);
    this.again = again;
  }

  /** Whether another try may do. */
  public enum Again {
    /** It may. */
    LATER,
    /** It will not, until somebody changes something. */
    NEVER
  }

  /** Returns whether another try may do. */
  public Again again() {
    return again;
  }
}
