package io.headroom.policy.expectation;

import java.util.Optional;

/**
 * Between what and what a value should be, both included.
 *
 * @param atLeast lower bound, if there is one
 * @param atMost upper bound, if there is one
 * @param <T> kind of the value; its text is shown
 */
public record Bounds<T extends Comparable<T>>(Optional<T> atLeast, Optional<T> atMost) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the lower bound is above the upper one
   */
  public Bounds {
    if (atLeast.isPresent()
        && atMost.filter(most -> most.compareTo(atLeast.get()) < 0).isPresent()) {
      throw new IllegalArgumentException(
          "Invalid bounds: at least " + atLeast.get() + " and at most " + atMost.get());
    }
  }

  /** Returns any value. */
  public static <T extends Comparable<T>> Bounds<T> any() {
    return new Bounds<T>(Optional.empty(), Optional.empty());
  }

  /** Returns what is wrong with {@code found}, in words; nothing if it is within the bounds. */
  Optional<String> failure(String what, Optional<T> found) {
    if (atLeast.isEmpty() && atMost.isEmpty()) {
      return Optional.empty();
    }
    if (found.isEmpty()) {
      return Optional.of(what + " is not known; expected " + words());
    }
    boolean fits =
        atLeast.filter(least -> found.get().compareTo(least) < 0).isEmpty()
            && atMost.filter(most -> found.get().compareTo(most) > 0).isEmpty();
    return fits
        ? Optional.empty()
        : Optional.of(what + " is " + found.get() + "; expected " + words());
  }

  private String words() {
    String least = atLeast.map(value -> "at least " + value).orElse("");
    String most = atMost.map(value -> "at most " + value).orElse("");
    return least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
  }
}
