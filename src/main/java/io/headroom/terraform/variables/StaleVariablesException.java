package io.headroom.terraform.variables;

/** A file of variables is not the one that was expected: somebody else changed it. */
public final class StaleVariablesException extends VariablesException {

  private static final long serialVersionUID = 1;

  StaleVariablesException(String message) {
    super(message);
  }
}
