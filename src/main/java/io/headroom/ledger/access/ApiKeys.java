package io.headroom.ledger.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keys of programs. Secrets are not kept, only their hashes. Changes are put into the audit log.
 */
public interface ApiKeys {

  /**
   * Makes a key.
   *
   * @throws io.headroom.ledger.problem.RefusedChangeException if a key of that name is valid still,
   *     or it would have expired already
   */
  IssuedKey issue(KeyOrder order, Instant now);

  /**
   * Returns the key whose text this is, if it is valid now; nothing for any other text. How long it
   * takes does not tell how much of the secret is right.
   */
  Optional<ApiKey> check(String text, Instant now);

  /**
   * Ends a key; one that is ended already stays as it is.
   *
   * @throws io.headroom.ledger.problem.UnknownEntryException if there is no key of that id
   */
  ApiKey revoke(String id, String actor, Instant now);

  /** Returns all keys, those that open nothing any more too, by name, then by id. */
  List<ApiKey> list();
}
