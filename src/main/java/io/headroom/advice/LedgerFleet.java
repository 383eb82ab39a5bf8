package io.headroom.advice;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.machine.InstanceFilter;
import io.headroom.ledger.machine.KnownInstance;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.problem.LedgerException;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.OrderedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The machines that are remembered; each is loaded by the thread that works on it. */
record LedgerFleet(Ledger ledger, Instant until, List<Instance> instances) implements Fleet {

  /** The longest look-back that is of use: longer than any season of a quarter. */
  private static final Duration HISTORY = Duration.ofDays(100);

  static LedgerFleet of(Ledger ledger) {
    Instant until =
        ledger
            .series()
            .until()
            .orElseThrow(
                () ->
                    new LedgerException(
                        "Cannot read the store: nothing was collected yet; next: headroom collect"));
    List<Instance> instances = new ArrayList<>();
    PageRequest request = PageRequest.first(PageRequest.MOST);
    Page<KnownInstance> page = ledger.instances().list(InstanceFilter.THERE, request);
    page.items().forEach(known -> instances.add(known.instance()));
    while (page.next().isPresent()) {
      page = ledger.instances().list(InstanceFilter.THERE, request.after(page));
      page.items().forEach(known -> instances.add(known.instance()));
    }
    return new LedgerFleet(ledger, until, List.copyOf(instances));
  }

  @Override
  public List<String> notices() {
    return List.of();
  }

  @Override
  public Fleet narrowedTo(String instanceId) {
    return new LedgerFleet(
        ledger,
        until,
        instances.stream().filter(instance -> instance.id().equals(instanceId)).toList());
  }

  @Override
  public <R> List<Problem> forEach(
      int parallelism, Function<Observation, R> work, Consumer<R> results)
      throws InterruptedException {
    try (OrderedWork<R> ordered = new OrderedWork<>(parallelism, results)) {
      for (Instance instance : instances) {
        ordered.add(() -> work.apply(observation(instance)), /* taskWeight= */ 0);
      }
      ordered.finish();
    }
    return List.of();
  }

  private Observation observation(Instance instance) {
    TimeRange history = new TimeRange(until.minus(HISTORY), until.plus(HISTORY));
    return new Observation(instance, ledger.series().read(instance.id(), history));
  }
}
