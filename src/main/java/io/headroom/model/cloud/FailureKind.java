package io.headroom.model.cloud;

/** Why a call to a cloud failed, as far as it decides what to do next. */
public enum FailureKind {
  /** Too many calls, after all retries. */
  THROTTLED("throttled", Reach.CALL),
  /** The service answered that it cannot, or could not be reached. */
  UNAVAILABLE("unavailable", Reach.CALL),
  /** No answer in time. */
  TIMED_OUT("timed_out", Reach.CALL),
  /** There are no credentials, or they are expired or unknown to the provider. */
  CREDENTIALS("credentials", Reach.ACCOUNT),
  /** The credentials are good and do not allow the call. */
  DENIED("denied", Reach.SCOPE),
  /** What the call is about is not there. */
  NOT_FOUND("not_found", Reach.CALL),
  /** The call was not understood or breaks a rule of the provider. */
  INVALID_REQUEST("invalid_request", Reach.CALL),
  /** A quota other than that of calls is used up. */
  QUOTA_EXCEEDED("quota_exceeded", Reach.CALL),
  /** The provider has no machine of that type to give. */
  CAPACITY_UNAVAILABLE("capacity_unavailable", Reach.CALL),
  /** Something else changes the same thing, or it is in another state than expected. */
  CONFLICT("conflict", Reach.CALL),
  /** The provider answered what it does not document, or with data that cannot be right. */
  UNEXPECTED("unexpected", Reach.CALL);

  /** How much else will fail for the same reason. */
  private enum Reach {
    CALL,
    SCOPE,
    ACCOUNT
  }

  private final String id;
  private final Reach reach;

  FailureKind(String id, Reach reach) {
    this.id = id;
    this.reach = reach;
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
    return reach != Reach.CALL;
  }

  /** Whether every other call with the same credentials will fail too. */
  public boolean endsAccount() {
    return reach == Reach.ACCOUNT;
  }
}
