package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Grain;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.ReadBatch;
import io.headroom.collector.SampleSink;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.SeriesQuery;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.model.series.Metric;
import io.headroom.recording.collected.CollectedRanges;
import io.headroom.testing.InMemoryCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeSurveyTest {

  private static final Scope EAST = Scope.of(Provider.AWS, "111122223333", "us-east-1");
  private static final Instant NOON = Instant.parse("2026-07-19T12:00:00Z");
  private static final CollectionOrder ORDER =
      new CollectionOrder(Path.of("fleet"), Duration.ofDays(1), NOON, NOON, 1, 100);

  private final ScopeSurvey survey = new ScopeSurvey(EAST);
  private final List<SeriesQuery> asked = new ArrayList<>();

  @BeforeEach
  void readInventory() {
    InMemoryCloud cloud = new InMemoryCloud();
    for (String id : List.of("i-agent", "i-exporter")) {
      cloud.add(
          EAST,
          Instance.builder(
                  id,
                  new Placement(Provider.AWS, "111122223333", "us-east-1", Optional.empty()),
                  TypeHistory.assumed("m5.large"))
              .build());
    }
    survey.readInventory(cloud);
  }

  @Test
  void readsMemoryFromTheFirstSourceThatHasItAndSaysWhatItCounts() {
    plan(new Memory(MemoryMeasure.AGENT_USED, Set.of("i-agent"), Set.of(Metric.MEMORY_USED)));
    plan(
        new Memory(
            MemoryMeasure.TOTAL_MINUS_AVAILABLE,
            Set.of("i-agent", "i-exporter"),
            Set.of(Metric.MEMORY_USED, Metric.MEMORY_USED_MAX, Metric.SWAP_USED)));

    assertThat(survey.machines())
        .extracting(Instance::id, one -> one.memoryMeasure().orElseThrow())
        .containsExactly(
            tuple("i-agent", MemoryMeasure.AGENT_USED),
            tuple("i-exporter", MemoryMeasure.TOTAL_MINUS_AVAILABLE));
    // mean and maximum of one machine's memory are never of two sources
    assertThat(asked)
        .extracting(query -> query.machine().id() + " " + query.metric().id())
        .containsExactly(
            "i-agent memory_used",
            "i-agent swap_used",
            "i-exporter memory_used",
            "i-exporter memory_used_max",
            "i-exporter swap_used");
  }

  private void plan(UtilizationSource source) {
    survey.plan(source, new QueryPlan(source.grains(), ORDER), new CollectedRanges());
  }

  /** A source that has metrics of some machines, memory among them. */
  private final class Memory implements UtilizationSource {
    private final MemoryMeasure measure;
    private final Set<String> has;
    private final Set<Metric> metrics;

    Memory(MemoryMeasure measure, Set<String> has, Set<Metric> metrics) {
      this.measure = measure;
      this.has = has;
      this.metrics = metrics;
    }

    @Override
    public List<Grain> grains() {
      return List.of(new Grain(Duration.ofMinutes(5), Duration.ofDays(63)));
    }

    @Override
    public ScopeReader open(Scope scope, List<Instance> machines) {
      return new ScopeReader() {
        @Override
        public List<MeasuredMachine> machines() {
          return machines.stream().map(Memory.this::measured).toList();
        }

        @Override
        public List<CollectionProblem> problems() {
          return List.of();
        }

        @Override
        public List<ReadBatch> plan(List<SeriesQuery> queries) {
          asked.addAll(queries);
          return List.of();
        }

        @Override
        public void read(ReadBatch batch, SampleSink sink) {
          throw new UnsupportedOperationException("nothing is read in a survey");
        }
      };
    }

    private MeasuredMachine measured(Instance machine) {
      return has.contains(machine.id())
          ? new MeasuredMachine(machine.toBuilder().memoryMeasure(measure).build(), metrics)
          : new MeasuredMachine(machine, Set.of());
    }
  }
}
