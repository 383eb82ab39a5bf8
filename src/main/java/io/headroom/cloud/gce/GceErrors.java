package io.headroom.cloud.gce;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.Set;

/**
 * Says once for all of Google's APIs what a failure means. Codes and reasons decide, never texts:
 * gRPC has a status, REST an HTTP status and, within 403, a reason that tells a throttled call from
 * a denied one. What is not known is {@code UNEXPECTED} and never repeated. Sources: Google API
 * design guide, "Errors"; Compute Engine, "Error messages". Not run against Google.
 */
public final class GceErrors {

  /** Reasons of a 403 that is about the rate of calls. */
  private static final Set<String> RATE =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED");

  /** Reasons of a 403 that is about an amount. */
  private static final Set<String> AMOUNT =
      Set.of("quotaExceeded", "dailyLimitExceeded", "limitExceeded");

  /** Reasons of a 403 because the project does not use the API. */
  private static final Set<String> NOT_ENABLED = Set.of("accessNotConfigured", "SERVICE_DISABLED");

  private GceErrors() {}

  /** Whether the same call may go well if it is made again. */
  static boolean isPassing(Throwable failure) {
    return failure instanceof ApiException refused
        && kind(refused, RefusalBody.of(refused)).isPassing();
  }

  /** Returns what the failure of a call means. */
  static CloudException of(Throwable failure, GceCall call) {
    if (!(failure instanceof ApiException refused)) {
      return new CloudException(
          FailureKind.UNEXPECTED,
          call.operation(),
          "",
          "Cannot " + call.task() + ": " + failure,
          failure);
    }
    RefusalBody body = RefusalBody.of(refused);
    FailureKind kind = kind(refused, body);
    String code = body.reason().orElse(refused.getStatusCode().getCode().name());
    return new CloudException(
        kind,
        call.operation(),
        code,
        "Cannot " + call.task() + ": " + body.message() + remedy(kind, code, call),
        refused);
  }

  /** Returns the failure of a call that was given up because its thread was interrupted. */
  static CloudException interrupted(GceCall call, InterruptedException cause) {
    return new CloudException(
        FailureKind.UNAVAILABLE,
        call.operation(),
        "",
        "Cannot " + call.task() + ": it was interrupted",
        cause);
  }

  /** Returns the failure of looking for Application Default Credentials. */
  public static CloudException noCredentials(IOException cause) {
    return new CloudException(
        FailureKind.CREDENTIALS,
        "credentials",
        "",
        "Cannot find Google credentials: "
            + Optional.ofNullable(cause.getMessage()).orElse(cause.toString())
            + "; run gcloud auth application-default login, or set GOOGLE_APPLICATION_CREDENTIALS"
            + " to the file of a service account",
        cause);
  }

  /** Returns the failure of preparing a client. */
  public static CloudException notOpened(IOException cause) {
    return new CloudException(
        FailureKind.UNEXPECTED, "connect", "", "Cannot prepare calls to Google: " + cause, cause);
  }

  /** Returns the failure of an answer that cannot be right. */
  public static CloudException unexpected(GceCall call, String why) {
    return new CloudException(
        FailureKind.UNEXPECTED, call.operation(), "", "Cannot " + call.task() + ": " + why);
  }

  /** Returns the failure of an answer that says itself that it is not whole. */
  public static CloudException incomplete(GceCall call, String why) {
    return new CloudException(
        FailureKind.UNAVAILABLE,
        call.operation(),
        "",
        "Cannot " + call.task() + ": the answer is incomplete, Google says " + why);
  }

  private static FailureKind kind(ApiException failure, RefusalBody body) {
    String reason = body.reason().orElse("");
    if (RATE.contains(reason)) {
      return FailureKind.THROTTLED;
    }
    if (AMOUNT.contains(reason)) {
      return FailureKind.QUOTA_EXCEEDED;
    }
    return body.answered() ? kind(failure.getStatusCode().getCode()) : unanswered(failure);
  }

  private static FailureKind kind(StatusCode.Code code) {
    return switch (code) {
      case RESOURCE_EXHAUSTED -> FailureKind.THROTTLED;
      case UNAVAILABLE, INTERNAL -> FailureKind.UNAVAILABLE;
      case DEADLINE_EXCEEDED -> FailureKind.TIMED_OUT;
      case UNAUTHENTICATED -> FailureKind.CREDENTIALS;
      case PERMISSION_DENIED -> FailureKind.DENIED;
      case NOT_FOUND -> FailureKind.NOT_FOUND;
      case INVALID_ARGUMENT, OUT_OF_RANGE, UNIMPLEMENTED -> FailureKind.INVALID_REQUEST;
      case ABORTED, ALREADY_EXISTS, FAILED_PRECONDITION -> FailureKind.CONFLICT;
      case OK, CANCELLED, UNKNOWN, DATA_LOSS -> FailureKind.UNEXPECTED;
    };
  }

  /** Where no answer came, REST has no status: the cause says whether the network was at fault. */
  private static FailureKind unanswered(ApiException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedIOException) {
        return FailureKind.TIMED_OUT;
      }
      if (cause instanceof IOException) {
        return FailureKind.UNAVAILABLE;
      }
    }
    return kind(failure.getStatusCode().getCode());
  }

  private static String remedy(FailureKind kind, String code, GceCall call) {
    if (NOT_ENABLED.contains(code)) {
      return "; enable it: gcloud services enable " + call.service();
    }
    return switch (kind) {
      case THROTTLED -> "; run it again later, or ask Google for more quota";
      case CREDENTIALS -> "; run gcloud auth application-default login";
      case DENIED -> "; grant " + call.role() + " in the project";
      case NOT_FOUND -> "; check the id of the project";
      case UNAVAILABLE, TIMED_OUT -> "; run it again later";
      case INVALID_REQUEST, QUOTA_EXCEEDED, CAPACITY_UNAVAILABLE, CONFLICT, UNEXPECTED -> "";
    };
  }
}
