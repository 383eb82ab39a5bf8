package io.headroom.ledger.access;

import java.time.Instant;
import java.util.SortedSet;

/**
 * A key that somebody wants.
 *
 * @param name what people will call it
 * @param accounts AWS accounts and Google projects it is to be for; empty for all
 * @param author who wants it
 */
public record KeyOrder(
    String name, Role role, SortedSet<String> accounts, String author, Instant expiresAt) {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public KeyOrder {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Invalid name of a key: it is empty; expected a name");
    }
  }
}
