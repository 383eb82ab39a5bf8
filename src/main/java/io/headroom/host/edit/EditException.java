package io.headroom.host.edit;

/** A file that is not written as a recipe expects. */
public final class EditException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes what was found.
   *
   * @param message what is wrong with the file, without its name
   */
  public EditException(String message) {
    super(message);
  }
}
