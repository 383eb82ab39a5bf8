package io.headroom.plan;

/** A file that is no plan, or not the one that was made. */
public final class PlanException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlanException(String message) {
    super(message);
  }

  PlanException(String message, Throwable cause) {
    super(message, cause);
  }
}
