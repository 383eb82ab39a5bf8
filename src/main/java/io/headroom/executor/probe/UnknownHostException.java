package io.headroom.executor.probe;

import java.util.Optional;

/** A machine that nobody said how to reach. */
public final class UnknownHostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes what is missing.
   *
   * @param message one sentence of the form {@code Cannot <verb> <thing>: <reason>; <remedy>}
   */
  public UnknownHostException(String message) {
    super(message);
  }

  /** Returns what is missing, as one sentence. */
  @Override
  public String getMessage() {
    return Optional.ofNullable(super.getMessage()).orElse("unknown host");
  }
}
