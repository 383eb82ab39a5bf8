package io.headroom.store.recommendation;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Ends snoozes. */
final class Snoozes {

  private Snoozes() {}

  /** Makes those active again whose snooze is over, and returns how many there were. */
  static int wake(Handle handle, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE recommendation SET state = 'ACTIVE', state_since = state_until,
              state_actor = 'headroom', state_reason = 'the snooze is over', state_until = NULL,
              newest_rank = :newest, revision = revision + 1
            WHERE state = 'SNOOZED' AND state_until <= :now""")
        .bind("newest", RankColumns.newest(now))
        .bind("now", now)
        .execute();
  }
}
