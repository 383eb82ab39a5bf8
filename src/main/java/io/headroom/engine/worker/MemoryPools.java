package io.headroom.engine.worker;

import io.headroom.model.machine.MemoryPool;
import io.headroom.model.unit.Mebibytes;
import java.util.List;
import java.util.Optional;

/**
 * Memory reserved by configuration. It is sized for as configured, warm or not, without headroom:
 * its size does not depend on load. A buffer pool follows the machine's memory down, in proportion,
 * within 20 to 65 % of it. Source of the bounds: Frappe Press, {@code database_server.py}.
 */
public final class MemoryPools {

  private static final double LEAST_SHARE = 0.20;
  private static final double MOST_SHARE = 0.65;

  private final List<MemoryPool> pools;
  private final Mebibytes present;

  /** Takes the pools of a machine with {@code present} memory. */
  public MemoryPools(List<MemoryPool> pools, Mebibytes present) {
    this.pools = pools;
    this.present = present;
  }

  /** Returns how much of an observed use was in the pools: what is warm, at most the use itself. */
  double warm(double observed) {
    double warm =
        pools.stream().mapToDouble(pool -> pool.used().orElse(pool.configured()).value()).sum();
    return Math.min(observed, warm);
  }

  /** Returns the memory of all pools on a machine with {@code memory}, in MiB. */
  double sizeOn(Mebibytes memory) {
    return pools.stream().mapToDouble(pool -> sizeOn(pool, memory)).sum();
  }

  /** Returns the size of the buffer pools on a machine with {@code memory}; nothing without any. */
  public Optional<Mebibytes> bufferPoolOn(Mebibytes memory) {
    List<MemoryPool> buffers =
        pools.stream().filter(pool -> pool.kind() == MemoryPool.Kind.BUFFER_POOL).toList();
    return buffers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mebibytes(buffers.stream().mapToDouble(pool -> sizeOn(pool, memory)).sum()));
  }

  private double sizeOn(MemoryPool pool, Mebibytes memory) {
    double configured = pool.configured().value();
    if (pool.kind() == MemoryPool.Kind.FIXED || memory.covers(present)) {
      return configured;
    }
    double inProportion = configured * memory.value() / present.value();
    double bounded =
        Math.min(MOST_SHARE * memory.value(), Math.max(LEAST_SHARE * memory.value(), inProportion));
    return Math.min(configured, bounded);
  }
}
