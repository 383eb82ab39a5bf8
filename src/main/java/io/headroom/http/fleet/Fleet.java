package io.headroom.http.fleet;

import io.headroom.model.machine.Observation;
import java.util.Optional;

/** The machines that are served. Safe for use by several threads. */
public interface Fleet {

  /** Returns the verdicts that are served now; nothing while there are none yet. */
  Optional<JudgedFleet> judged();

  /**
   * Returns a machine with what was observed of it; nothing if there is none of that id.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  Optional<Observation> observation(String id) throws InterruptedException;
}
