package io.headroom.model.machine;

import io.headroom.model.unit.Mebibytes;
import java.util.Arrays;
import java.util.Optional;

/**
 * Memory that a service reserves by configuration: a buffer pool, a heap, a maxmemory. The service
 * will take all of it sooner or later, whether it is warm now or not.
 *
 * @param service name of the service, such as {@code mariadb}
 * @param configured the configured size
 * @param used how much of it was in use at the memory peak, if measured
 * @param kind whether it follows the machine's memory
 */
public record MemoryPool(
    String service, Mebibytes configured, Optional<Mebibytes> used, Kind kind) {

  /** How a pool behaves when the machine's memory shrinks. */
  public enum Kind {
    /** A database buffer pool: shrinks in proportion, within 20 to 65 % of the memory. */
    BUFFER_POOL("buffer_pool"),
    /** A heap or a maxmemory: stays as configured. */
    FIXED("fixed");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Returns the name used in recordings. */
    public String id() {
      return id;
    }

    /** Returns the constant of that name, or nothing. */
    public static Optional<Kind> ofId(String id) {
      return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
  }
}
