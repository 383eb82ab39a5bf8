package io.headroom.batch.run;

import io.headroom.ledger.problem.LedgerException;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.Runs;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives signs of life for a run while it is under way, four in the time of a lease. One that fails
 * is tried again with the next; a run that is lost is noticed by whoever writes.
 */
final class Heartbeat implements AutoCloseable {

  private static final int IN_A_LEASE = 4;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Heartbeat::named);

  private Heartbeat() {}

  static Heartbeat of(Runs runs, RunClaim claim, Holder holder) {
    Heartbeat heartbeat = new Heartbeat();
    long between = Math.max(1, holder.lease().toMillis() / IN_A_LEASE);
    heartbeat.beatEvery(between, () -> renew(runs, claim, holder));
    return heartbeat;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it ends when the timer does
  private void beatEvery(long millis, Runnable beat) {
    timer.scheduleWithFixedDelay(beat, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void renew(Runs runs, RunClaim claim, Holder holder) {
    try {
      runs.renew(claim, holder.lease());
    } catch (LedgerException e) {
      // the store may answer again before the lease is over; an exception would end the timer
    }
  }

  private static Thread named(Runnable task) {
    Thread thread = new Thread(task, "headroom-heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
