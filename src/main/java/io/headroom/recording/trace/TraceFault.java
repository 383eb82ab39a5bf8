package io.headroom.recording.trace;

/** Why a row of a trace cannot be used. */
final class TraceFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String column;

  /**
   * Says what is wrong with a column.
   *
   * @param detail what was found and what was expected
   */
  TraceFault(String column, String detail) {
    super(
        detail, /* cause= */ null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.column = column;
  }

  /** Returns the name of the column. */
  String column() {
    return column;
  }

  /** Returns what was found and what was expected. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
