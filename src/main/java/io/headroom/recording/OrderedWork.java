package io.headroom.recording;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks on several threads and hands over their results in the order in which the tasks came,
 * on the thread that brings them. Only so much is under way at once: whoever brings more waits for
 * the oldest result. Tasks that are under way when it is closed are interrupted and waited for.
 */
final class OrderedWork<R> implements AutoCloseable {

  /** Results wait for the oldest one, so there are more tasks than threads. */
  private static final int TASKS_PER_THREAD = 4;

  private static final long MAX_WEIGHT = 64L << 20;

  private final ExecutorService threads;
  private final int mostTasks;
  private final Consumer<R> results;
  private final Deque<Task<R>> underWay = new ArrayDeque<>();
  private long weight;

  /**
   * Starts the threads.
   *
   * @param parallelism how many, 1 or more
   * @throws IllegalArgumentException if that is less than 1
   */
  OrderedWork(int parallelism, Consumer<R> results) {
    if (parallelism < 1) {
      throw new IllegalArgumentException(
          "Invalid parallelism: " + parallelism + "; expected 1 or more");
    }
    AtomicInteger count = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            parallelism,
            task -> {
              Thread thread = new Thread(task, "recording-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    mostTasks = TASKS_PER_THREAD * parallelism;
    this.results = results;
  }

  private record Task<R>(Future<R> result, long weight) {}

  /**
   * Brings a task, after handing over results until there is room for it.
   *
   * @param taskWeight about how many bytes it holds
   * @throws InterruptedException if this thread is interrupted
   */
  void add(Callable<R> task, long taskWeight) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (underWay.size() >= mostTasks
        || (!underWay.isEmpty() && weight + taskWeight > MAX_WEIGHT)) {
      handOverOldest();
    }
    underWay.add(new Task<>(threads.submit(task), taskWeight));
    weight += taskWeight;
  }

  /**
   * Hands over all results that are left.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  void finish() throws InterruptedException {
    while (!underWay.isEmpty()) {
      handOverOldest();
    }
  }

  /** Whether all results were handed over. */
  boolean isDone() {
    return underWay.isEmpty();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOverOldest() throws InterruptedException {
    Task<R> oldest = underWay.remove();
    weight -= oldest.weight();
    try {
      results.accept(oldest.result().get());
    } catch (ExecutionException e) {
      throw asItWas(Optional.ofNullable(e.getCause()).orElse(e));
    }
  }

  /** Tasks of a recording throw nothing that is checked. */
  private static RuntimeException asItWas(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }
}
