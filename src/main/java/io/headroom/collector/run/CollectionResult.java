package io.headroom.collector.run;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.ReadCost;
import java.time.Instant;
import java.util.List;

/**
 * What a collection brought, or would bring.
 *
 * @param machines how many machines there are
 * @param withoutMemory ids of those that have no memory metric
 * @param until end of the time that is collected
 * @param cost what it takes: requests, points, charge
 * @param problems what could not be read, in order
 */
public record CollectionResult(
    int machines,
    List<String> withoutMemory,
    Instant until,
    ReadCost cost,
    List<CollectionProblem> problems) {

  /** Copies the lists. */
  public CollectionResult {
    withoutMemory = List.copyOf(withoutMemory);
    problems = problems.stream().sorted().distinct().toList();
  }
}
