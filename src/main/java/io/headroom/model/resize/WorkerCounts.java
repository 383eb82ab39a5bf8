package io.headroom.model.resize;

import java.util.OptionalInt;

/**
 * How many workers a host runs.
 *
 * @param web workers that answer requests, 0 or more
 * @param background workers that take jobs from a queue; absent if the host has none
 */
public record WorkerCounts(int web, OptionalInt background) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public WorkerCounts {
    if (web < 0 || background.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "Invalid worker counts: a negative number; expected 0 or more");
    }
  }

  /** Returns the smaller of each count; a count that one of the two does not have is kept. */
  public WorkerCounts atMost(WorkerCounts other) {
    OptionalInt fewest =
        background.isPresent() && other.background.isPresent()
            ? OptionalInt.of(Math.min(background.getAsInt(), other.background.getAsInt()))
            : background.isPresent() ? background : other.background;
    return new WorkerCounts(Math.min(web, other.web), fewest);
  }

  /** Returns the counts for people: {@code 9 web, 2 background}. */
  @Override
  public String toString() {
    return web
        + " web"
        + (background.isPresent() ? ", " + background.getAsInt() + " background" : "");
  }
}
