package io.headroom.cloud.sim;

/**
 * Ends a replica in the middle of what it does. An error, so that nothing on its way catches it.
 */
final class ReplicaDied extends Error {

  private static final long serialVersionUID = 1L;

  ReplicaDied() {
    super(
        "the replica died", null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
  }
}
