package io.headroom.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of problems. Programs may rely on the code and the status; texts are for people. The {@code
 * type} is a path of the service itself; docs/http.md lists them all.
 */
public enum ProblemCode {
  /** The body is no JSON. */
  INVALID_JSON(400, "The body is not JSON"),
  /** A parameter or a property is not what it should be. */
  INVALID_REQUEST(400, "The request is not understood"),
  /** A policy in the request is not valid. */
  INVALID_POLICY(400, "The policy is not valid"),
  /** A cursor is not one of this list. */
  INVALID_CURSOR(400, "The cursor does not fit"),
  /** Nobody is known who asks. */
  NOT_SIGNED_IN(401, "Nobody is signed in"),
  /** Whoever asks may not. */
  NOT_ALLOWED(403, "This is not allowed"),
  /** Something that the request names is not there. */
  NOT_FOUND(404, "There is nothing here"),
  /** The path is there, the method is not. */
  METHOD_NOT_ALLOWED(405, "The method is not for this path"),
  /** None of the formats that are asked for is there. */
  NOT_ACCEPTABLE(406, "The answer has no such format"),
  /** Sizes cannot be compared on this machine. */
  NO_COMPARISON(409, "There is nothing to compare"),
  /** The body is larger than the limit. */
  TOO_LARGE(413, "The body is too large"),
  /** The body is of a type that is not read here. */
  UNSUPPORTED_TYPE(415, "The body has another type"),
  /** The request is for another host. */
  WRONG_HOST(421, "The request is for another host"),
  /** More requests than are answered. */
  TOO_MANY_REQUESTS(429, "There are too many requests"),
  /** A defect of the service. */
  INTERNAL(500, "The service has a defect"),
  /** This service has no part that does it. */
  NOT_AVAILABLE(501, "This service does not do it"),
  /** The machines are still being judged. */
  NOT_READY(503, "The service is not ready yet");

  private static final String DOCUMENTATION = "/api/v1/problems/";

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Returns the name used in answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the kind of that name, or nothing. */
  public static Optional<ProblemCode> ofId(String id) {
    return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
  }

  /** Returns the sentence that is the same for all problems of the kind. */
  public String title() {
    return title;
  }

  /** Returns where the service describes the kind. */
  public String type() {
    return DOCUMENTATION + id();
  }
}
