package io.headroom.executor.notice;

/** Nobody could be told; it is tried again. */
public final class UndeliveredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Describes why. */
  public UndeliveredException(String message) {
    super(message);
  }
}
