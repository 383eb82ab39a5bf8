package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.Quota;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadBatch.Spending;
import io.headroom.collector.ReadCost;
import io.headroom.collector.Scope;
import io.headroom.collector.run.ScopeSurvey.ReadTask;
import io.headroom.model.machine.Provider;
import io.headroom.testing.InMemoryCloud;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestTurnsTest {

  private static final Scope EAST = Scope.of(Provider.AWS, "111122223333", "us-east-1");
  private static final Scope WEST = Scope.of(Provider.AWS, "111122223333", "us-west-2");
  private static final Quota REQUESTS = new Quota("requests", 1_000);
  private static final Quota POINTS = new Quota("points", 10_000);
  private static final Quota HARDLY_ANY = new Quota("requests", 1);

  @Test
  void takesTheScopesInTurn() throws InterruptedException {
    RequestTurns turns =
        turns(
            List.of(tasks(EAST, 3, spending(REQUESTS, 1)), tasks(WEST, 1, spending(REQUESTS, 1))));

    assertThat(scopes(turns)).containsExactlyInAnyOrder(EAST, WEST, EAST, EAST);
    assertThat(turns.next()).isEmpty();
  }

  /** East has room for its only request after a second, west for 20 within 20 ms. */
  @Test
  void goesOnElsewhereWhileAScopeWaits() throws InterruptedException {
    RequestTurns turns =
        turns(
            List.of(
                tasks(EAST, 1, spending(HARDLY_ANY, 1)), tasks(WEST, 20, spending(REQUESTS, 1))));

    List<Scope> scopes = scopes(turns);

    assertThat(scopes.subList(0, 20)).containsOnly(WEST);
    assertThat(scopes.subList(20, 21)).containsExactly(EAST);
  }

  /** 12 requests of 500 points are 6,000, which is 0.6 s of 10,000 a second. */
  @Test
  void neverPassesTheTightestQuotaEvenAtFirst() throws InterruptedException {
    RequestTurns turns =
        turns(List.of(tasks(EAST, 12, spending(REQUESTS, 1), spending(POINTS, 500))));
    long start = System.nanoTime();

    assertThat(scopes(turns)).hasSize(12);

    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(599L, 5_000L);
  }

  /** Of 2,500 points at 2,000 a second the first 2,000 are waited for, the rest by what follows. */
  @Test
  void letsAnOversizedRequestBeginAndThoseAfterItWait() throws InterruptedException {
    Quota points = new Quota("points", 2_000);
    RequestTurns turns = turns(List.of(tasks(EAST, 2, spending(points, 2_500))));
    long start = System.nanoTime();

    assertThat(scopes(turns)).hasSize(2);

    // 1 s for the first, 1.25 s for its 2,500 points to come in again and 2,000 more to gather
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(2_249L, 8_000L);
  }

  @Test
  void spendsNothingWhereNothingCanBeRead() throws InterruptedException {
    RequestTurns turns =
        new RequestTurns(
            List.of(tasks(EAST, 100, spending(HARDLY_ANY, 1))), new Pacer(100), EAST::equals);

    assertThat(scopes(turns)).hasSize(100);
  }

  @Test
  void usesMoreOfAQuotaThatWasRaised() throws InterruptedException {
    RequestTurns turns =
        new RequestTurns(
            List.of(tasks(EAST, 100, spending(HARDLY_ANY, 1))),
            new Pacer(1_000_000),
            scope -> false);
    long start = System.nanoTime();

    assertThat(scopes(turns)).hasSize(100);

    // 100 requests at 10,000 a second instead of 1
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(5_000);
  }

  private static RequestTurns turns(List<List<ReadTask>> scopes) {
    return new RequestTurns(scopes, new Pacer(100), scope -> false);
  }

  private static Spending spending(Quota quota, long amount) {
    return new Spending(quota, amount);
  }

  private static List<ReadTask> tasks(Scope scope, int number, Spending... spends) {
    ReadBatch batch = new ReadBatch(List.of(), ReadCost.NONE, List.of(spends));
    return Collections.nCopies(
        number, new ReadTask(scope, new InMemoryCloud().open(scope, List.of()), batch));
  }

  private static List<Scope> scopes(RequestTurns turns) throws InterruptedException {
    List<Scope> scopes = new ArrayList<>();
    Optional<ReadTask> task = turns.next();
    while (task.isPresent()) {
      scopes.add(task.get().scope());
      task = turns.next();
    }
    return scopes;
  }
}
