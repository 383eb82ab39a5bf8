package io.headroom.executor.journal;

/**
 * The journal could not be read or written. After a write nobody knows whether it was committed:
 * the row is read again before anything else is done.
 */
public final class JournalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Describes why. */
  public JournalException(String message) {
    super(message);
  }

  /** Describes why, with what caused it. */
  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
