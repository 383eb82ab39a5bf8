package io.headroom.cloud.prometheus;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.IOException;
import java.net.http.HttpTimeoutException;

/**
 * Says once what a failed request means: by the HTTP status, which every server of this API gives.
 * Source: Prometheus, "HTTP API", format overview.
 */
final class PrometheusErrors {

  private PrometheusErrors() {}

  /**
   * Returns the failure that a status stands for.
   *
   * @param task what was to be done, after "Cannot"
   * @param reason what the server says of it; empty if nothing
   */
  static CloudException refused(String operation, String task, int status, String reason) {
    FailureKind kind = kind(status);
    return new CloudException(
        kind,
        operation,
        Integer.toString(status),
        "Cannot "
            + task
            + ": "
            + (reason.isEmpty() ? "HTTP status " + status : reason)
            + remedy(kind));
  }

  static CloudException unanswered(String operation, String task, IOException cause) {
    boolean late = cause instanceof HttpTimeoutException;
    return new CloudException(
        late ? FailureKind.TIMED_OUT : FailureKind.UNAVAILABLE,
        operation,
        "",
        "Cannot "
            + task
            + ": "
            + (late ? "no answer in time" : "the server cannot be reached, " + cause)
            + "; run it again later",
        cause);
  }

  static CloudException unreadable(String operation, String task, String why) {
    return new CloudException(FailureKind.UNEXPECTED, operation, "", "Cannot " + task + ": " + why);
  }

  static CloudException incomplete(String operation, String task, String warning) {
    return new CloudException(
        FailureKind.UNAVAILABLE,
        operation,
        "",
        "Cannot " + task + ": the answer is incomplete, the server warns: " + warning);
  }

  static CloudException interrupted(String operation, String task, InterruptedException cause) {
    return new CloudException(
        FailureKind.UNAVAILABLE, operation, "", "Cannot " + task + ": it was interrupted", cause);
  }

  private static FailureKind kind(int status) {
    return switch (status) {
      case 400, 405, 422 -> FailureKind.INVALID_REQUEST;
      case 401 -> FailureKind.CREDENTIALS;
      case 403 -> FailureKind.DENIED;
      case 404 -> FailureKind.NOT_FOUND;
      case 408, 504 -> FailureKind.TIMED_OUT;
      case 429 -> FailureKind.THROTTLED;
      case 500, 502, 503 -> FailureKind.UNAVAILABLE;
      default -> FailureKind.UNEXPECTED;
    };
  }

  private static String remedy(FailureKind kind) {
    return switch (kind) {
      case CREDENTIALS, DENIED -> "; check the header with the credentials";
      case NOT_FOUND -> "; check the address: /api/v1 must follow it";
      case THROTTLED, UNAVAILABLE, TIMED_OUT -> "; run it again later";
      case INVALID_REQUEST, QUOTA_EXCEEDED, CAPACITY_UNAVAILABLE, CONFLICT, UNEXPECTED -> "";
    };
  }
}
