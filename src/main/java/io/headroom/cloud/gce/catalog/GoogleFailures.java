package io.headroom.cloud.gce.catalog;

import com.google.api.gax.rpc.ApiException;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.IOException;

/** Says what a failure of a call to Google means. */
final class GoogleFailures {

  private GoogleFailures() {}

  /**
   * Returns the failure of a call.
   *
   * @param operation Google's name of the call
   * @param cannot the beginning of the sentence: {@code Cannot list …}
   * @param role a predefined role that allows the call
   */
  static CloudException of(RuntimeException failure, String operation, String cannot, String role) {
    if (failure instanceof ApiException refused) {
      String code = refused.getStatusCode().getCode().name();
      FailureKind kind = kind(refused);
      return new CloudException(
          kind,
          operation,
          code,
          cannot + ": " + operation + " failed with " + code + "; " + remedy(kind, role),
          failure);
    }
    return new CloudException(
        FailureKind.UNEXPECTED,
        operation,
        "",
        cannot + ": " + operation + " gave what cannot be read: " + failure + "; try again",
        failure);
  }

  /** Returns the failure of opening a client. */
  static CloudException of(IOException failure, String operation) {
    return new CloudException(
        FailureKind.UNAVAILABLE,
        operation,
        "",
        "Cannot open the client for " + operation + ": " + failure.getMessage(),
        failure);
  }

  private static FailureKind kind(ApiException failure) {
    return switch (failure.getStatusCode().getCode()) {
      case RESOURCE_EXHAUSTED -> FailureKind.THROTTLED;
      case UNAVAILABLE, INTERNAL, ABORTED -> FailureKind.UNAVAILABLE;
      case DEADLINE_EXCEEDED -> FailureKind.TIMED_OUT;
      case UNAUTHENTICATED -> FailureKind.CREDENTIALS;
      case PERMISSION_DENIED -> FailureKind.DENIED;
      case NOT_FOUND -> FailureKind.NOT_FOUND;
      case INVALID_ARGUMENT, OUT_OF_RANGE, UNIMPLEMENTED, FAILED_PRECONDITION, ALREADY_EXISTS ->
          FailureKind.INVALID_REQUEST;
      case OK, CANCELLED, UNKNOWN, DATA_LOSS -> FailureKind.UNEXPECTED;
    };
  }

  private static String remedy(FailureKind kind, String role) {
    return switch (kind) {
      case DENIED -> "grant " + role + " and enable the API in the project";
      case CREDENTIALS -> "run gcloud auth application-default login";
      case NOT_FOUND, INVALID_REQUEST -> "check the names of region and project";
      case THROTTLED,
          UNAVAILABLE,
          TIMED_OUT,
          QUOTA_EXCEEDED,
          CAPACITY_UNAVAILABLE,
          CONFLICT,
          UNEXPECTED ->
          "try again later";
    };
  }
}
