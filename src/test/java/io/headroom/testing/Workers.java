package io.headroom.testing;

import io.headroom.model.machine.WorkerPool;
import io.headroom.model.machine.WorkerPool.CountChange;
import io.headroom.model.unit.Mebibytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes pools of workers. */
public final class Workers {

  private Workers() {}

  /** Workers whose proportional set size was measured: 95th and 5th percentile, in MiB. */
  public static WorkerPool measured(int count, double high, double low) {
    return new WorkerPool(
        count,
        Optional.of(new Mebibytes(high)),
        Optional.of(new Mebibytes(low)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of());
  }

  /** Workers of which only the 95th percentile was measured. */
  public static WorkerPool measuredHigh(int count, double high) {
    return new WorkerPool(
        count,
        Optional.of(new Mebibytes(high)),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of());
  }

  public static WorkerPool busy(int count, int peakBusy) {
    return plain(count, OptionalInt.empty(), OptionalInt.of(peakBusy));
  }

  public static WorkerPool threaded(int count, int threads) {
    return plain(count, OptionalInt.of(threads), OptionalInt.empty());
  }

  public static WorkerPool changed(int count, CountChange... changes) {
    return plain(count, OptionalInt.empty(), OptionalInt.empty(), changes);
  }

  private static WorkerPool plain(
      int count, OptionalInt threads, OptionalInt peakBusy, CountChange... changes) {
    return new WorkerPool(
        count, Optional.empty(), Optional.empty(), threads, peakBusy, List.of(changes));
  }
}
