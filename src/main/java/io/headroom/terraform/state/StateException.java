package io.headroom.terraform.state;

/** A state that cannot be read, or is none. */
public final class StateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StateException(String message) {
    super(message);
  }

  StateException(String message, Throwable cause) {
    super(message, cause);
  }
}
