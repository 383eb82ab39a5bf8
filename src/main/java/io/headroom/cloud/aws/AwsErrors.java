package io.headroom.cloud.aws;

import io.headroom.collector.Scope;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;

/**
 * Says what a failure of the SDK means. Codes and status decide; a code that is not known is not
 * taken for a passing one. Source: the common errors and the EC2 error codes of the API references.
 */
public final class AwsErrors {

  private static final Set<String> CREDENTIALS =
      Set.of(
          "AuthFailure",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "RequestExpired",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "Blocked",
          "Forbidden",
          "NotAuthorized",
          "OperationNotPermitted",
          "OptInRequired",
          "PendingVerification",
          "UnauthorizedOperation");

  private static final Set<String> CAPACITY =
      Set.of(
          "InsufficientCapacityOnHost",
          "InsufficientHostCapacity",
          "InsufficientInstanceCapacity",
          "ReservationCapacityExceeded",
          "Unsupported");

  private static final Set<String> CONFLICT =
      Set.of("ConcurrentModification", "IncorrectInstanceState", "IncorrectState");

  /** Said instead of the SDK's text, which names every place it looked at. */
  private static final String NO_CREDENTIALS =
      "no credentials were found; run aws configure or aws sso login, or name a profile with"
          + " --account";

  private static final int SERVER_ERROR = 500;
  private static final int FORBIDDEN = 403;

  private AwsErrors() {}

  /**
   * Makes a call, and throws what its failure means.
   *
   * @param operation the API's name of the call, such as {@code DescribeInstances}
   * @throws CloudException if the SDK gives up
   */
  public static <T> T calling(Scope scope, String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException failure) {
      throw of(scope, operation, failure);
    }
  }

  /** Returns what a failure means. */
  public static CloudException of(Scope scope, String operation, SdkException failure) {
    String code = code(failure);
    FailureKind kind = kind(failure, code);
    String what = "Cannot call " + operation + " of " + scope + ": ";
    boolean isWithout =
        kind == FailureKind.CREDENTIALS && !(failure instanceof SdkServiceException);
    String message =
        isWithout
            ? what + NO_CREDENTIALS
            : what
                + (code.isEmpty() ? "" : code + ", ")
                + reason(failure)
                + remedy(kind, action(failure, operation)).map(words -> "; " + words).orElse("");
    return new CloudException(kind, operation, code, message, failure);
  }

  /**
   * Whether an answer came and could not be read, as when the connection breaks in the middle of
   * it. The SDK takes it for a mistake of its own and does not repeat the call by itself.
   */
  static boolean isBrokenAnswer(Throwable failure) {
    // the SDK has no type for it: "Unable to unmarshall response (Could not parse XML response.).
    // Response Code: 200, Response Text: OK"
    return failure instanceof SdkClientException client
        && text(client).startsWith("Unable to unmarshall response");
  }

  private static String code(SdkException failure) {
    return details(failure).map(AwsErrorDetails::errorCode).orElse("");
  }

  private static Optional<AwsErrorDetails> details(SdkException failure) {
    return failure instanceof AwsServiceException service
        ? Optional.ofNullable(service.awsErrorDetails())
        : Optional.empty();
  }

  private static FailureKind kind(SdkException failure, String code) {
    if (failure instanceof SdkServiceException service) {
      return RetryUtils.isThrottlingException(failure)
          ? FailureKind.THROTTLED
          : ofCode(code).orElseGet(() -> ofStatus(service.statusCode()));
    }
    if (failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || hasCause(failure, SocketTimeoutException.class)) {
      return FailureKind.TIMED_OUT;
    }
    if (hasCause(failure, IOException.class) || isBrokenAnswer(failure)) {
      return FailureKind.UNAVAILABLE;
    }
    // the SDK has no type for it: "Unable to load credentials from any of the providers in the
    // chain", "Profile file contained no credentials for profile 'x'"
    return text(failure).contains("credentials") ? FailureKind.CREDENTIALS : FailureKind.UNEXPECTED;
  }

  private static Optional<FailureKind> ofCode(String code) {
    if (CREDENTIALS.contains(code)) {
      return Optional.of(FailureKind.CREDENTIALS);
    }
    if (DENIED.contains(code)) {
      return Optional.of(FailureKind.DENIED);
    }
    if (CAPACITY.contains(code)) {
      return Optional.of(FailureKind.CAPACITY_UNAVAILABLE);
    }
    if (CONFLICT.contains(code)) {
      return Optional.of(FailureKind.CONFLICT);
    }
    if (code.endsWith(".NotFound") || code.startsWith("ResourceNotFound")) {
      return Optional.of(FailureKind.NOT_FOUND);
    }
    if (code.endsWith("LimitExceeded") || code.startsWith("LimitExceeded")) {
      return Optional.of(FailureKind.QUOTA_EXCEEDED);
    }
    boolean isAboutRequest =
        Stream.of("Invalid", "Malformed", "Missing", "Unknown", "Validation", "Unsupported")
            .anyMatch(code::startsWith);
    return isAboutRequest ? Optional.of(FailureKind.INVALID_REQUEST) : Optional.empty();
  }

  private static FailureKind ofStatus(int status) {
    if (status >= SERVER_ERROR) {
      return FailureKind.UNAVAILABLE;
    }
    return status == FORBIDDEN ? FailureKind.DENIED : FailureKind.UNEXPECTED;
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    return Stream.<Throwable>iterate(failure, one -> one != null, Throwable::getCause)
        .anyMatch(type::isInstance);
  }

  private static String reason(SdkException failure) {
    return details(failure)
        .map(AwsErrorDetails::errorMessage)
        .filter(message -> !message.isBlank())
        .orElseGet(() -> text(failure))
        .strip()
        .replaceAll("\\.$", "");
  }

  private static String text(SdkException failure) {
    return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
  }

  /**
   * Returns the call as policies name it: {@code ec2:DescribeInstances}. What STS refuses is the
   * role under which the call was to be made.
   */
  private static String action(SdkException failure, String operation) {
    return details(failure)
        .map(AwsErrorDetails::serviceName)
        .map(service -> service.toLowerCase(Locale.ROOT))
        .map(service -> service.equals("sts") ? "sts:AssumeRole" : service + ":" + operation)
        .orElse(operation);
  }

  private static Optional<String> remedy(FailureKind kind, String action) {
    return switch (kind) {
      case CREDENTIALS ->
          Optional.of("renew the credentials, or enable the region if the account has it off");
      case DENIED -> Optional.of("allow " + action + " to whoever collects");
      case THROTTLED, UNAVAILABLE, TIMED_OUT -> Optional.of("run it again");
      case NOT_FOUND, INVALID_REQUEST, QUOTA_EXCEEDED, CAPACITY_UNAVAILABLE, CONFLICT, UNEXPECTED ->
          Optional.empty();
    };
  }
}
