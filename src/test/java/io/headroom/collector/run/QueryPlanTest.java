package io.headroom.collector.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.collector.Grain;
import io.headroom.collector.MeasuredMachine;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import io.headroom.testing.Machines;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryPlanTest {

  private static final Instant NOW = Instant.parse("2026-07-20T10:07:13Z");
  private static final Instant END = Instant.parse("2026-07-20T10:05:00Z");
  private static final List<Grain> GRAINS =
      List.of(
          new Grain(Duration.ofMinutes(5), Duration.ofDays(63)),
          new Grain(Duration.ofHours(1), Duration.ofDays(455)));
  private static final MeasuredMachine MACHINE =
      new MeasuredMachine(Machines.ec2("m5.large").build(), Set.of(Metric.CPU_UTILIZATION_AVG));

  @Test
  void endsWithTheLastWholeSlot() {
    assertThat(queries(Duration.ofDays(1), new CollectedRanges()))
        .extracting(SeriesQuery::range)
        .containsExactly(new TimeRange(END.minus(Duration.ofDays(1)), END));
  }

  @Test
  void asksForWhatIsOldInTheSlotsThatAreKept() {
    List<SeriesQuery> queries = queries(Duration.ofDays(93), new CollectedRanges());

    // 63 days before now is 2026-05-18T10:07:13; the hours end with the next one
    Instant limit = Instant.parse("2026-05-18T11:00:00Z");
    assertThat(queries).hasSize(2);
    assertThat(queries.get(0).step()).isEqualTo(Duration.ofHours(1));
    // 93 days before the end is 10:05, which no hour begins with
    assertThat(queries.get(0).range())
        .isEqualTo(new TimeRange(Instant.parse("2026-04-18T11:00:00Z"), limit));
    assertThat(queries.get(1).step()).isEqualTo(Duration.ofMinutes(5));
    assertThat(queries.get(1).range()).isEqualTo(new TimeRange(limit, END));
  }

  @Test
  void asksForWhatIsOlderAndNewerThanWhatIsThere() {
    CollectedRanges collected = new CollectedRanges();
    TimeRange there = TimeRange.endingAt(END.minus(Duration.ofHours(2)), Duration.ofDays(1));
    collected.add(MACHINE.machine().id(), Metric.CPU_UTILIZATION_AVG, there);

    assertThat(queries(Duration.ofDays(3), collected))
        .extracting(SeriesQuery::range)
        .containsExactly(
            new TimeRange(END.minus(Duration.ofDays(3)), there.start()),
            new TimeRange(there.end().minus(Duration.ofMinutes(30)), END));
  }

  @Test
  void asksForNothingThatIsThere() {
    CollectedRanges collected = new CollectedRanges();
    collected.add(
        MACHINE.machine().id(),
        Metric.CPU_UTILIZATION_AVG,
        TimeRange.endingAt(END, Duration.ofDays(30)));

    assertThat(queries(Duration.ofDays(14), collected)).isEmpty();
  }

  @Test
  void asksForEverythingWhenWhatIsThereIsTooOld() {
    CollectedRanges collected = new CollectedRanges();
    collected.add(
        MACHINE.machine().id(),
        Metric.CPU_UTILIZATION_AVG,
        TimeRange.endingAt(END.minus(Duration.ofDays(20)), Duration.ofDays(1)));

    assertThat(queries(Duration.ofDays(14), collected))
        .extracting(SeriesQuery::range)
        .containsExactly(TimeRange.endingAt(END, Duration.ofDays(14)));
  }

  private static List<SeriesQuery> queries(Duration lookback, CollectedRanges collected) {
    CollectionOrder order =
        new CollectionOrder(
            CollectionTarget.recording(Path.of("fleet")), lookback, NOW, NOW, 1, 100);
    return new QueryPlan(GRAINS, order).queries(MACHINE, collected);
  }
}
