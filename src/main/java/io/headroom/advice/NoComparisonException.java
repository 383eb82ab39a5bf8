package io.headroom.advice;

/** Sizes cannot be compared for a machine; the message says why, and what to do. */
public final class NoComparisonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoComparisonException(String message) {
    super(message);
  }
}
