package io.headroom.executor.channel;

import java.util.Optional;

/** A command that could not be run on a host, or of which nobody knows whether it ran. */
public final class ChannelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ChannelFailure failure;

  /**
   * Describes a failure.
   *
   * @param message one sentence of the form {@code Cannot <verb> <thing>: <reason>; <remedy>}
   */
  public ChannelException(ChannelFailure failure, String message) {
    super(message);
    this.failure = failure;
  }

  /** Describes a failure that another exception caused. */
  public ChannelException(ChannelFailure failure, String message, Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  /** Returns why it failed. */
  public ChannelFailure failure() {
    return failure;
  }

  /** Returns what went wrong, as one sentence. */
  @Override
  public String getMessage() {
    return Optional.ofNullable(super.getMessage()).orElse(failure.id());
  }
}
