package io.headroom.ledger.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list. The order of a list is total, so that no entry comes twice or is left out
 * between one page and the next, whatever is added meanwhile.
 *
 * @param items the entries, in the order of the list
 * @param next where the next page begins; absent on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /** Returns the page with something else for each entry. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }
}
