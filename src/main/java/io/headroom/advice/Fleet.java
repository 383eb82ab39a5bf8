package io.headroom.advice;

import io.headroom.ledger.Ledger;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.recording.RecordingReader;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Machines to be judged, with what was observed of them, wherever that is kept. */
public interface Fleet {

  /** Returns the machines of a recording. */
  static Fleet of(RecordingReader recording) {
    return new RecordedFleet(recording);
  }

  /**
   * Returns the machines that are remembered and are there.
   *
   * @throws io.headroom.ledger.problem.LedgerException if nothing was collected yet
   */
  static Fleet of(Ledger ledger) {
    return LedgerFleet.of(ledger);
  }

  /** Returns the end of the time that was collected. */
  Instant until();

  /** Returns the machines, by id. */
  List<Instance> instances();

  /** Returns what else there is to say of them; nothing of it costs anything. */
  List<String> notices();

  /** Returns a fleet in which this machine is, and others need not be. */
  Fleet narrowedTo(String instanceId);

  /**
   * Does some work with each machine exactly once, on several threads, also with one that has no
   * samples. The results are handed over one at a time, on this thread, in an order that does not
   * depend on the threads. What {@code work} or {@code results} throws is thrown here.
   *
   * @param parallelism how many machines are worked on at once, 1 or more
   * @return what of the machines and samples could not be used
   * @throws InterruptedException if this thread is interrupted
   */
  <R> List<Problem> forEach(int parallelism, Function<Observation, R> work, Consumer<R> results)
      throws InterruptedException;
}
