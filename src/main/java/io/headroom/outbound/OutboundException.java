package io.headroom.outbound;

import org.jspecify.annotations.Nullable;

/** A request that may not be made, or that was not answered as it should be. */
public final class OutboundException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Kind kind;

  /** Makes an exception. */
  public OutboundException(Kind kind, String message) {
    this(kind, message, null);
  }

  /** Makes an exception with what caused it. */
  public OutboundException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What kind of failure it is. */
  public enum Kind {
    /** The address may not be asked: another try gives the same answer. */
    REFUSED,
    /** It was asked, and said that it does not want this: another try gives the same answer. */
    REJECTED,
    /** It cannot be reached or is not well: another try may do. */
    UNAVAILABLE
  }

  /** Returns what kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  static OutboundException refused(String message) {
    return new OutboundException(Kind.REFUSED, message);
  }
}
