package io.headroom.executor.stage;

import io.headroom.executor.operation.Operation;
import io.headroom.model.cloud.FailureKind;

/** Tells a person about failures that do not pass. */
final class Trouble {

  /** Failures in a row that are more than a hiccup. */
  private static final int MANY = 6;

  private Trouble() {}

  /** Returns the operation, with a person to be told if access is missing or it fails on and on. */
  static Operation told(Operation operation, Answer answer) {
    boolean access =
        answer.isRefusedAs(FailureKind.CREDENTIALS) || answer.isRefusedAs(FailureKind.DENIED);
    if (!access && operation.tally().tries() < MANY) {
      return operation;
    }
    return operation.telling(
        "failing",
        operation.machine().label()
            + " is stopped and cannot be brought back yet: "
            + answer.text());
  }
}
