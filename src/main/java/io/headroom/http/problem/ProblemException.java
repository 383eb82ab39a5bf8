package io.headroom.http.problem;

import io.headroom.document.Excerpt;
import java.util.List;

/** Ends a request with a problem. Its message is for whoever asked. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemCode code;
  private final List<String> errors;

  /** Ends a request with one thing that is wrong. */
  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  /**
   * Ends a request with several things that are wrong.
   *
   * @param errors each of them, in the order of the request
   */
  public ProblemException(ProblemCode code, String detail, List<String> errors) {
    super(
        detail, /* cause= */ null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** Returns a problem with the form {@code Invalid <property>: <value>; expected <form>}. */
  public static ProblemException invalid(String property, String value, String expected) {
    return new ProblemException(
        ProblemCode.INVALID_REQUEST,
        "Invalid " + property + ": " + Excerpt.of(value) + "; expected " + expected);
  }

  /** Returns a problem of something that is not there. */
  public static ProblemException notFound(String what, String remedy) {
    return new ProblemException(ProblemCode.NOT_FOUND, "Cannot find " + what + "; " + remedy);
  }

  /** Returns the kind of problem. */
  public ProblemCode code() {
    return code;
  }

  /** Returns what is wrong, sentence by sentence; empty if the message says it all. */
  public List<String> errors() {
    return errors;
  }
}
