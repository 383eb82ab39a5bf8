package io.headroom.recording.problem;

/** A recording or a trace that cannot be read or written at all. The message names its path. */
public final class RecordingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates it without a cause. */
  public RecordingException(String message) {
    super(message);
  }

  /** Creates it with the failure behind it. */
  public RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
