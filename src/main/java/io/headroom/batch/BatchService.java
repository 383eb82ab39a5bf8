package io.headroom.batch;

import io.headroom.batch.schedule.ScheduledRuns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The batch job inside a service: looks every few seconds for a run that is due, and for deliveries
 * to be tried again. Nothing that fails ends it.
 */
public final class BatchService implements AutoCloseable {

  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final BatchJob job;
  private final Optional<ScheduledRuns> schedule;
  private final InstantSource clock;
  private final Consumer<String> log;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(BatchService::named);

  /**
   * Prepares the service; does nothing yet.
   *
   * @param log takes what there is to say, a line each, without secrets
   * @throws IllegalArgumentException if the schedule is none
   */
  public BatchService(BatchJob job, InstantSource clock, Consumer<String> log) {
    this.job = job;
    this.clock = clock;
    this.log = log;
    this.schedule = job.schedule(this::told);
  }

  private static Thread named(Runnable task) {
    Thread thread = new Thread(task, "headroom-batch");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to look, on a thread of its own. */
  @SuppressWarnings("FutureReturnValueIgnored") // it ends when the timer does
  public void start() {
    schedule.flatMap(ScheduledRuns::next).ifPresent(next -> log.accept("next run at " + next));
    timer.scheduleWithFixedDelay(
        this::tick, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does what is due now. */
  void tick() {
    try {
      if (schedule.isPresent()) {
        schedule.get().tick(clock.instant());
      }
      job.deliverDue().forEach(log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // an exception would end the timer; the store may answer again the next time
      log.accept("cannot look for runs: " + e.getMessage());
    }
  }

  private void told(BatchJob.Report report) {
    log.accept(
        "run "
            + report.result().runId()
            + " is over: "
            + report.result().changes().machines()
            + " machines, "
            + report.result().recommended()
            + " changes recommended, "
            + report.result().changes().problems().size()
            + " problems");
    report.deliveryProblems().forEach(log);
  }

  /**
   * Ends it. A run that is under way is let go of, and another process takes it over; so does this
   * one when it is started again.
   */
  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.accept("a run did not end in time; it is taken over when its lease is over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
