package io.headroom.collector.run;

import io.headroom.collector.Scope;
import io.headroom.collector.run.ScopeSurvey.ReadTask;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Hands out requests, one scope after the other in turn, each when the quotas of its scope have
 * room for it: nobody waits for a scope while another could go on. Several threads take from it.
 */
final class RequestTurns {

  private final Deque<Deque<ReadTask>> scopes = new ArrayDeque<>();
  private final Pacer pacer;
  private final Predicate<Scope> isEnded;

  /**
   * Prepares the turns.
   *
   * @param isEnded whether nothing can be read in a scope any more: its requests are handed out
   *     without spending anything
   */
  RequestTurns(
      Collection<? extends Collection<ReadTask>> scopes, Pacer pacer, Predicate<Scope> isEnded) {
    scopes.stream()
        .filter(tasks -> !tasks.isEmpty())
        .forEach(tasks -> this.scopes.add(new ArrayDeque<>(tasks)));
    this.pacer = pacer;
    this.isEnded = isEnded;
  }

  /**
   * Returns the next request that may be made, after waiting until there is one, or nothing when
   * all are handed out.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  synchronized Optional<ReadTask> next() throws InterruptedException {
    while (!scopes.isEmpty()) {
      long wait = Long.MAX_VALUE;
      for (int i = scopes.size(); i > 0; i--) {
        Deque<ReadTask> tasks = scopes.remove();
        ReadTask task = tasks.element();
        long more =
            isEnded.test(task.scope()) ? 0 : pacer.take(task.scope(), task.batch().spends());
        if (more == 0) {
          tasks.remove();
        }
        if (!tasks.isEmpty()) {
          scopes.add(tasks);
        }
        if (more == 0) {
          return Optional.of(task);
        }
        wait = Math.min(wait, more);
      }
      TimeUnit.NANOSECONDS.timedWait(this, wait);
    }
    return Optional.empty();
  }
}
