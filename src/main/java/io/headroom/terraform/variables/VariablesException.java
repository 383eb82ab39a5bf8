package io.headroom.terraform.variables;

/** A file of variables that cannot be read, written or replaced. */
public class VariablesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  VariablesException(String message) {
    super(message);
  }

  VariablesException(String message, Throwable cause) {
    super(message, cause);
  }
}
