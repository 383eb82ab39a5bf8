package io.headroom.collector.run;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Inventory;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.ReadCost;
import io.headroom.collector.Scope;
import io.headroom.collector.UtilizationSource;
import io.headroom.collector.run.ScopeSurvey.ReadTask;
import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads what a recording does not have yet from a cloud and adds it. What fails is a problem with
 * the name of what it costs, and is asked for again the next time; so is what a run that died had
 * not finished.
 */
public final class CollectionRun {

  private final Inventory inventory;
  private final List<UtilizationSource> sources;
  private final CollectionOrder order;

  /**
   * Prepares a run; makes no call.
   *
   * @param sources where samples come from, one or more; a metric that several have is read from
   *     the first
   */
  public CollectionRun(
      Inventory inventory, List<UtilizationSource> sources, CollectionOrder order) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("Invalid collection: no source of utilization");
    }
    this.inventory = inventory;
    this.sources = List.copyOf(sources);
    this.order = order;
  }

  /**
   * Says what a run would take. Lists machines and metrics, and reads no samples.
   *
   * @throws io.headroom.recording.problem.RecordingException if the recording cannot be read
   * @throws InterruptedException if this thread is interrupted
   */
  public CollectionResult estimate() throws InterruptedException {
    try (Journal journal = Journal.of(order.recording())) {
      List<ScopeSurvey> surveys = survey(EarlierRecording.of(order.recording(), journal));
      return result(surveys, List.of());
    }
  }

  /**
   * Reads and adds.
   *
   * @throws io.headroom.recording.problem.RecordingException if the recording cannot be read or
   *     written; what was read is kept for the next run
   * @throws InterruptedException if this thread is interrupted; what was read is kept
   */
  public CollectionResult run() throws InterruptedException {
    try (Journal journal = Journal.of(order.recording())) {
      EarlierRecording earlier = EarlierRecording.of(order.recording(), journal);
      List<ScopeSurvey> surveys = survey(earlier);
      MissingSamples missing = new MissingSamples();
      read(surveys, journal, missing);
      CollectionResult result = result(surveys, missing.problems());
      journal.addTo(earlier.collected());
      new RecordingMerge(earlier, journal, machines(surveys, earlier))
          .write(order.recording(), result.until());
      journal.remove();
      return result;
    }
  }

  private List<ScopeSurvey> survey(EarlierRecording earlier) throws InterruptedException {
    List<ScopeSurvey> surveys = inventory.scopes().stream().map(ScopeSurvey::new).toList();
    Parallel.run(
        order.parallelism(),
        surveys.stream()
            .map(
                survey ->
                    (Parallel.Task)
                        () -> {
                          survey.readInventory(inventory);
                          sources.forEach(
                              source ->
                                  survey.plan(
                                      source,
                                      new QueryPlan(source.grains(), order),
                                      earlier.collected()));
                        })
            .toList());
    return surveys;
  }

  private void read(List<ScopeSurvey> surveys, Journal journal, MissingSamples missing)
      throws InterruptedException {
    RequestTurns turns =
        new RequestTurns(
            surveys.stream().map(ScopeSurvey::tasks).toList(),
            new Pacer(order.quotaPercent()),
            missing::isEnded);
    Parallel.Task reading =
        () -> {
          Optional<ReadTask> task = turns.next();
          while (task.isPresent()) {
            new BatchReading(task.get(), journal, missing).run();
            task = turns.next();
          }
        };
    Parallel.run(order.parallelism(), Collections.nCopies(order.parallelism(), reading));
  }

  private CollectionResult result(List<ScopeSurvey> surveys, List<CollectionProblem> missing) {
    List<ReadBatch> batches =
        surveys.stream().flatMap(survey -> survey.tasks().stream()).map(ReadTask::batch).toList();
    List<String> withoutMemory =
        surveys.stream()
            .flatMap(
                survey ->
                    survey.machines().stream()
                        .map(Instance::id)
                        .filter(id -> !survey.hasMetric(id, Metric.MEMORY_USED)))
            .sorted()
            .toList();
    return new CollectionResult(
        surveys.stream().mapToInt(survey -> survey.machines().size()).sum(),
        withoutMemory,
        until(),
        surveys.stream().map(ScopeSurvey::opening).reduce(ReadCost.of(batches), ReadCost::plus),
        Stream.concat(
                surveys.stream().flatMap(survey -> survey.problems().stream()), missing.stream())
            .toList());
  }

  private Instant until() {
    return new QueryPlan(sources.get(0).grains(), order).end();
  }

  /** The machines there are, and those of before in places that could not be looked into. */
  private static SortedMap<String, Instance> machines(
      List<ScopeSurvey> surveys, EarlierRecording earlier) {
    SortedMap<String, Instance> machines = new TreeMap<>();
    earlier.instances().values().stream()
        .filter(before -> surveys.stream().noneMatch(survey -> isGone(before, survey)))
        .forEach(before -> machines.put(before.id(), before));
    surveys.stream()
        .flatMap(survey -> survey.machines().stream())
        .forEach(now -> machines.put(now.id(), earlier.continued(now)));
    return machines;
  }

  /** Whether a machine was in a place all of which was looked into. */
  private static boolean isGone(Instance before, ScopeSurvey survey) {
    Scope scope = survey.scope();
    boolean isPlace =
        before.provider() == scope.provider()
            && scope.region().map(before.placement().region()::equals).orElse(true);
    return survey.isWhole()
        && isPlace
        && (before.placement().account().equals(scope.account())
            || survey.machines().stream()
                .anyMatch(now -> now.placement().account().equals(before.placement().account())));
  }
}
