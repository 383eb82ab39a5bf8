package io.headroom.model.cloud;

/** Why a call to a cloud failed, as far as it decides what to do next. */
public enum FailureKind {
  /** Too many calls, after all retries. */
  THROTTLED("throttled"),
  /** The service answered that it cannot, or could not be reached. */
  UNAVAILABLE("unavailable"),
  /** No answer in time. */
  TIMED_OUT("timed_out"),
  /** There are no credentials, or they are expired or unknown to the provider. */
  CREDENTIALS("credentials"),
  /** The credentials are good and do not allow the call. */
  DENIED("denied"),
  /** What the call is about is not there. */
  NOT_FOUND("not_found"),
  /** The call was not understood or breaks a rule of the provider. */
  INVALID_REQUEST("invalid_request"),
  /** A quota other than that of calls is used up. */
  QUOTA_EXCEEDED("quota_exceeded"),
  /** The provider has no machine of that type to give. */
  CAPACITY_UNAVAILABLE("capacity_unavailable"),
  /** Something else changes the same thing, or it is in another state than expected. */
  CONFLICT("conflict"),
  /** The provider answered what it does not document, or with data that cannot be right. */
  UNEXPECTED("unexpected");

  private final String id;

  FailureKind(String id) {
    this.id = id;
  }

  /** Returns the name used in reports. */
  public String id() {
    return id;
  }

  /** Whether the same call may go well later, without anybody changing anything. */
  public boolean isPassing() {
    return this == THROTTLED || this == UNAVAILABLE || this == TIMED_OUT;
  }

  /** Whether every other call of the same kind to the same account and region will fail too. */
  public boolean endsScope() {
    return this == CREDENTIALS || this == DENIED;
  }
}
