package io.headroom.http.resource;

import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;

/** What the service says of parts that it does not have. */
final class Unavailable {

  private Unavailable() {}

  static ProblemException because(String action, String reason) {
    return new ProblemException(
        ProblemCode.NOT_AVAILABLE, "Cannot " + action + ": this service does not do it; " + reason);
  }
}
