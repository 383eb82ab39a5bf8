package io.headroom.model.cloud;

import java.util.Optional;

/**
 * A call to a cloud, or to another source of utilization, that failed for good: whatever retries
 * there are have been made. An adapter classifies the failures of its SDK once and throws nothing
 * else.
 */
public final class CloudException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final String operation;
  private final String code;

  /**
   * Describes a failure.
   *
   * @param operation the provider's name of the call, such as {@code GetMetricData}
   * @param code the provider's own code, such as {@code AccessDenied}; empty if it gave none
   * @param message one sentence of the form {@code Cannot <verb> <thing>: <reason>; <remedy>}
   */
  public CloudException(FailureKind kind, String operation, String code, String message) {
    super(message);
    this.kind = kind;
    this.operation = operation;
    this.code = code;
  }

  /** Describes a failure that another exception caused. */
  public CloudException(
      FailureKind kind, String operation, String code, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.operation = operation;
    this.code = code;
  }

  /** Returns why it failed. */
  public FailureKind kind() {
    return kind;
  }

  /** Returns the provider's name of the call. */
  public String operation() {
    return operation;
  }

  /** Returns the provider's own code; empty if it gave none. */
  public String code() {
    return code;
  }

  /** Returns what went wrong, as one sentence. */
  @Override
  public String getMessage() {
    return Optional.ofNullable(super.getMessage()).orElse(kind.id());
  }
}
