package io.headroom.recording.inventory;

/** Why a property of the inventory cannot be used. */
final class FieldFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String path;
  private final int line;

  /**
   * Says what is wrong with a property.
   *
   * @param path its name, with the names of the objects around it
   * @param found what stands there, as an excerpt
   * @param expected what may stand there
   */
  FieldFault(String path, int line, String found, String expected) {
    super(
        found + "; expected " + expected,
        /* cause= */ null,
        /* enableSuppression= */ false,
        /* writableStackTrace= */ false);
    this.path = path;
    this.line = line;
  }

  /** Returns the property's name, with the names of the objects around it. */
  String path() {
    return path;
  }

  /** Returns the line, counted from 1. */
  int line() {
    return line;
  }

  /** Returns what was found and what was expected. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
