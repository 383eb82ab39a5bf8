package io.headroom.recording.samples;

/** Why a row of the samples file cannot be used. */
final class RowFault extends Exception {

  private static final long serialVersionUID = 1;

  private final String field;

  /**
   * Says what is wrong with a field.
   *
   * @param found what stands there, as an excerpt
   * @param expected what may stand there
   */
  RowFault(String field, String found, String expected) {
    super(
        found + "; expected " + expected,
        /* cause= */ null,
        /* enableSuppression= */ false,
        /* writableStackTrace= */ false);
    this.field = field;
  }

  /** Returns the name of the column. */
  String field() {
    return field;
  }

  /** Returns what was found and what was expected. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
