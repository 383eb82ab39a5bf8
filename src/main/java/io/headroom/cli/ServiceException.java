package io.headroom.cli;

/** The service cannot start; the message says why and what to do. */
public final class ServiceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates it with the failure behind it. */
  public ServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
