package io.headroom.terraform.variables;

import io.headroom.model.unit.Mebibytes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a machine should be, or is.
 *
 * @param instanceType the instance type; Google says machine type
 * @param workers web workers, if it has any
 * @param backgroundWorkers workers that take jobs from a queue, if it has any
 * @param databaseMemory size of the database's buffer pool, if it has one; whole MiB, rounded down
 */
public record Size(
    String instanceType,
    OptionalInt workers,
    OptionalInt backgroundWorkers,
    Optional<Mebibytes> databaseMemory) {

  /**
   * Checks the type and the counts, rounds the memory.
   *
   * @throws IllegalArgumentException if the type is empty or a count is negative
   */
  public Size {
    if (instanceType.isBlank()) {
      throw new IllegalArgumentException("Invalid instance type: it is empty");
    }
    if (workers.orElse(0) < 0 || backgroundWorkers.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "Invalid worker count: a negative number; expected 0 or more");
    }
    databaseMemory = databaseMemory.map(memory -> new Mebibytes(Math.floor(memory.value())));
  }

  /** Returns a size of which only the type is known. */
  public static Size of(String instanceType) {
    return new Size(instanceType, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
  }

  /** Returns this size, with what it does not say as {@code other} says it. */
  public Size orElse(Size other) {
    return new Size(
        instanceType,
        workers.isPresent() ? workers : other.workers,
        backgroundWorkers.isPresent() ? backgroundWorkers : other.backgroundWorkers,
        databaseMemory.or(() -> other.databaseMemory));
  }
}
