package io.headroom.batch.run;

import io.headroom.advice.Fleet;
import io.headroom.advice.Problem;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.run.CollectionOrder;
import io.headroom.collector.run.CollectionResult;
import io.headroom.collector.run.CollectionRun;
import io.headroom.collector.run.CollectionTarget;
import io.headroom.configuration.Configuration.CollectionSection;
import io.headroom.ledger.Ledger;
import io.headroom.model.cloud.CloudException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines and samples in the store, after a collection that asks only for what is new. A cloud
 * that cannot be read is a problem and costs the others nothing.
 *
 * @param selections what to collect; none for a store that others fill
 */
public record CollectedFleet(
    Ledger ledger,
    Clouds clouds,
    List<CloudSelection> selections,
    CollectionSection how,
    InstantSource clock)
    implements FleetSource {

  /** Copies the list. */
  public CollectedFleet {
    selections = List.copyOf(selections);
  }

  @Override
  public Gathered gather() throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    long requests = 0;
    for (CloudSelection selection : selections) {
      try {
        CollectionResult result = collect(selection);
        requests += result.cost().requests();
        result
            .problems()
            .forEach(problem -> problems.add(problem("collection", selection, problem.message())));
      } catch (CloudException e) {
        problems.add(problem("cloud", selection, String.valueOf(e.getMessage())));
      }
    }
    return new Gathered(Fleet.of(ledger), requests, problems);
  }

  private CollectionResult collect(CloudSelection selection) throws InterruptedException {
    Instant now = clock.instant();
    CollectionOrder order =
        new CollectionOrder(
            CollectionTarget.ledger(ledger),
            how.lookback(),
            now,
            now,
            how.parallel(),
            how.quotaPercent());
    try (CloudPorts ports = clouds.open(selection)) {
      return new CollectionRun(ports.inventory(), ports.sources(), order).run();
    }
  }

  private static Problem problem(String code, CloudSelection selection, String message) {
    return new Problem(code, selection.provider().id(), message);
  }
}
