package io.headroom.policy.selector;

/** A selector that cannot be compiled. The message says what was found and what is accepted. */
public final class InvalidSelectorException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int offset;

  InvalidSelectorException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Returns where in the expression it went wrong, in characters from its start. */
  public int offset() {
    return offset;
  }
}
