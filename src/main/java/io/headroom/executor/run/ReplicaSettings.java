package io.headroom.executor.run;

import io.headroom.executor.journal.ReplicaId;
import java.time.Duration;

/**
 * Who a worker is and how long its claims last.
 *
 * @param replica names this life of this process
 * @param lease how long a claim lasts; every call must take less than a third of it
 */
public record ReplicaSettings(ReplicaId replica, Duration lease) {

  /**
   * Long enough for three calls that time out, short enough that another takes over in a minute.
   */
  public static final Duration LEASE = Duration.ofSeconds(60);

  /** Returns the settings with the usual lease. */
  public static ReplicaSettings of(ReplicaId replica) {
    return new ReplicaSettings(replica, LEASE);
  }
}
