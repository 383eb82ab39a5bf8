package io.headroom.cloud.aws.metrics;

import io.headroom.cloud.aws.AwsErrors;
import io.headroom.collector.CollectionProblem;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.SampleSink;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** Reads the metrics of the instances of one account in one region. */
final class CloudWatchReader implements ScopeReader {

  private final CloudWatchClient client;
  private final Scope scope;
  private final List<Measured> machines;
  private final List<CollectionProblem> problems;
  private final BatchPlan plan;
  private final Map<String, Map<Metric, Recipe>> recipes = new HashMap<>();

  private CloudWatchReader(Source source, Scope scope, Found found) {
    this.client = source.client();
    this.scope = scope;
    this.machines = found.machines();
    this.problems = found.problems();
    this.plan = new BatchPlan(source.quotas(), source.clock(), this::recipe);
    machines.forEach(one -> recipes.put(one.machine().id(), one.recipes()));
  }

  static CloudWatchReader of(Source source, Scope scope, Found found) {
    return new CloudWatchReader(source, scope, found);
  }

  /** Where samples come from, and how fast. */
  record Source(CloudWatchClient client, CloudWatchQuotas quotas, InstantSource clock) {}

  /** What there is to read, and what could not be found out. */
  record Found(List<Measured> machines, List<CollectionProblem> problems) {
    Found {
      machines = List.copyOf(machines);
      problems = List.copyOf(problems);
    }
  }

  @Override
  public List<MeasuredMachine> machines() {
    return machines.stream().map(Measured::offered).toList();
  }

  @Override
  public List<CollectionProblem> problems() {
    return problems;
  }

  @Override
  public List<ReadBatch> plan(List<SeriesQuery> queries) {
    return plan.of(queries);
  }

  @Override
  public void read(ReadBatch batch, SampleSink sink) {
    SeriesQuery first = batch.queries().get(0);
    MetricAnswer answer =
        new MetricAnswer(
            scope,
            first.range(),
            first.step(),
            batch.queries().stream().map(this::recipe).toList());
    Optional<CloudException> brokenOff = fill(answer);
    batch.queries().forEach(query -> handOver(query, answer, sink));
    if (brokenOff.isPresent()) {
      throw brokenOff.get();
    }
  }

  /** Returns why the pages break off, if they do. */
  private Optional<CloudException> fill(MetricAnswer answer) {
    try {
      client
          .getMetricDataPaginator(answer.request())
          .forEach(page -> page.metricDataResults().forEach(answer::add));
      answer.end();
      return Optional.empty();
    } catch (SdkException failure) {
      return Optional.of(AwsErrors.of(scope, "GetMetricData", failure));
    }
  }

  /** Of several series of one thing a part could be too low, so it is all or nothing. */
  private void handOver(SeriesQuery query, MetricAnswer answer, SampleSink sink) {
    Recipe recipe = recipe(query);
    boolean isWhole = answer.isComplete(recipe);
    if (isWhole || recipe.inputs().size() == 1) {
      sink.samples(query, series(query, recipe, answer));
    }
    if (isWhole) {
      sink.answered(query);
    } else {
      answer.failure(recipe).ifPresent(why -> sink.failed(query, why));
    }
  }

  private static Series series(SeriesQuery query, Recipe recipe, MetricAnswer answer) {
    long seconds = query.step().toSeconds();
    return Series.adopting(
        query.metric(),
        recipe.unit(),
        query.range().start(),
        Math.toIntExact(seconds),
        recipe.combination().of(answer.values(recipe), seconds));
  }

  private Recipe recipe(SeriesQuery query) {
    return Optional.ofNullable(
            recipes.getOrDefault(query.machine().id(), Map.of()).get(query.metric()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Invalid query: "
                        + query.metric().id()
                        + " of "
                        + query.machine().id()
                        + "; expected a metric that was offered"));
  }
}
