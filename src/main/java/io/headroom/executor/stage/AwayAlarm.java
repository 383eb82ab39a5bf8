package io.headroom.executor.stage;

import io.headroom.executor.operation.Operation;
import io.headroom.executor.operation.Outage.Stop;
import io.headroom.executor.operation.Phase;
import java.time.Instant;

/** Tells a person about a machine that is away for too long. */
public final class AwayAlarm {

  private AwayAlarm() {}

  /** Returns the operation, with a person to be told once half of the longest outage has passed. */
  public static Operation rung(Operation operation, Instant now, Patience patience) {
    Instant since = operation.tally().since();
    boolean away = isHeld(operation) && !now.isBefore(since.plus(patience.outage().dividedBy(2)));
    return away
        ? operation.telling(
            "away",
            operation.machine().label()
                + " is away since "
                + since
                + "; it is being brought back as "
                + operation.course().target())
        : operation;
  }

  /** Whether the machine was told to stop and is not known to run again. */
  public static boolean isHeld(Operation operation) {
    return operation.phase() == Phase.SWITCHING && operation.outage().stop() != Stop.NONE;
  }
}
