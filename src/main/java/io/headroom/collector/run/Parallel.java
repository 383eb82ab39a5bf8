package io.headroom.collector.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does several things at once. */
public final class Parallel {

  private Parallel() {}

  /** Something to do. */
  public interface Task {
    /** Does it. */
    void run() throws InterruptedException;
  }

  /**
   * Begins the tasks in their order, on a few threads, and waits for all. What one throws is thrown
   * here at once; those under way are interrupted then, and waited for.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public static void run(int threads, List<Task> tasks) throws InterruptedException {
    if (tasks.isEmpty()) {
      return;
    }
    ExecutorService executor =
        Executors.newFixedThreadPool(
            Math.min(threads, tasks.size()),
            task -> {
              Thread thread = new Thread(task, "collection");
              thread.setDaemon(true);
              return thread;
            });
    try {
      CompletionService<Optional<Object>> results = new ExecutorCompletionService<>(executor);
      for (Task task : tasks) {
        results.submit(
            () -> {
              task.run();
              return Optional.empty();
            });
      }
      for (int i = 0; i < tasks.size(); i++) {
        results.take().get();
      }
    } catch (ExecutionException e) {
      throw asItWas(Optional.ofNullable(e.getCause()).orElse(e));
    } finally {
      executor.shutdownNow();
      if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException asItWas(Throwable failure) throws InterruptedException {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }
}
