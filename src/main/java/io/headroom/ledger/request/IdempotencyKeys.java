package io.headroom.ledger.request;

import java.time.Duration;
import java.time.Instant;

/** Answers to requests, so that a request that comes twice is carried out once. */
public interface IdempotencyKeys {

  /**
   * Asks whether a request is to be carried out. Of several that ask at once one is told that it is
   * new.
   *
   * @param keptFor how long the answer is remembered; after that the key is new again
   */
  RequestAdmission admit(RequestKey request, Instant now, Duration keptFor);

  /** Keeps the answer to a request that was admitted as new. */
  void answer(RequestKey request, StoredAnswer answer);

  /** Forgets a request that was admitted as new and changed nothing: it may come again. */
  void release(RequestKey request);
}
