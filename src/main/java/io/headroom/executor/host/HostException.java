package io.headroom.executor.host;

/** A host that could not be reached or did not do what it was told. */
public final class HostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes a failure.
   *
   * @param message one sentence of the form {@code Cannot <verb> <thing>: <reason>; <remedy>}
   */
  public HostException(String message) {
    super(message);
  }
}
