package io.headroom.http.fleet;

import io.headroom.advice.Judged;
import io.headroom.model.machine.Observation;
import java.util.List;
import java.util.Optional;

/** The machines that are served. Safe for use by several threads. */
public interface Fleet {

  /** Returns the verdicts that are served now; nothing while there are none yet. */
  Optional<JudgedFleet> judged();

  /**
   * Returns the machines with their verdicts and samples, by id, for pages with pictures; none
   * while there are no verdicts, and none of a fleet whose samples are too many to keep.
   */
  List<Judged> pictured();

  /**
   * Returns a machine with what was observed of it; nothing if there is none of that id.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  Optional<Observation> observation(String id) throws InterruptedException;
}
