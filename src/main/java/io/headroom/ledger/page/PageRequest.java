package io.headroom.ledger.page;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit most entries to return, 1 to {@link #MOST}
 * @param cursor what the page before gave as its {@link Page#next}; absent for the first page. It
 *     says nothing to whoever holds it, and fits one list in one order only
 */
public record PageRequest(int limit, Optional<String> cursor) {

  /** The longest page there is. */
  public static final int MOST = 1000;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is not 1 to {@link #MOST}
   */
  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("Invalid limit: " + limit + "; expected 1 to " + MOST);
    }
  }

  /** Returns a request for the first page. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }

  /** Returns a request for the page after one that is not the last. */
  public PageRequest after(Page<?> page) {
    return new PageRequest(
        limit,
        Optional.of(
            page.next()
                .orElseThrow(() -> new IllegalArgumentException("the last page has none after"))));
  }
}
