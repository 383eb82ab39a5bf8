package io.headroom.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every {@link UtilizationSource} does. The source under test has the mean CPU of {@link
 * #BUSY} as {@link #value} says, nothing of {@link #SILENT}, and no memory of either.
 */
public abstract class UtilizationSourceContract {

  /** A machine with samples. */
  protected static final String BUSY = "i-0a";

  /** A machine without samples. */
  protected static final String SILENT = "i-0b";

  /** When the samples begin. */
  protected static final Instant START = Instant.parse("2026-07-19T00:00:00Z");

  /** How many slots of {@link #STEP} there are. */
  protected static final int SLOTS = 288;

  /** Length of a slot. */
  protected static final Duration STEP = Duration.ofMinutes(5);

  private static final TimeRange RANGE = TimeRange.startingAt(START, STEP.multipliedBy(SLOTS));

  /** Returns the source under test. */
  protected abstract UtilizationSource source();

  /** Returns the scope that the machines are in. */
  protected abstract Scope scope();

  /** Returns a machine as the inventory has it. */
  protected abstract Instance machine(String id);

  /** Makes reading samples be denied. */
  protected abstract void denyReading();

  /** Returns how many requests for samples there were so far. */
  protected abstract long requests();

  /** Whether there is a sample in a slot: all but every tenth have one. */
  protected static boolean hasSample(int slot) {
    return slot % 10 != 9;
  }

  /** Returns the sample of a slot, in the unit of the source. */
  protected float sample(int slot) {
    return value(slot);
  }

  /** Returns the sample of a slot, in per cent. */
  protected static float value(int slot) {
    return 10 + slot / 8f;
  }

  @Test
  void keepsTheFinestSlotsForTheShortestTime() {
    List<Grain> grains = source().grains();

    assertThat(grains).isNotEmpty();
    for (int i = 1; i < grains.size(); i++) {
      assertThat(grains.get(i).step()).isGreaterThan(grains.get(i - 1).step());
      assertThat(grains.get(i).keptFor()).isGreaterThan(grains.get(i - 1).keptFor());
    }
  }

  @Test
  void offersEveryMachineAndNoMemoryWhereNothingMeasuresIt() {
    List<MeasuredMachine> machines = open().machines();

    assertThat(machines).extracting(one -> one.machine().id()).containsExactly(BUSY, SILENT);
    assertThat(machines.get(0).metrics())
        .contains(Metric.CPU_UTILIZATION_AVG)
        .doesNotContain(Metric.MEMORY_USED, Metric.MEMORY_USED_MAX);
  }

  @Test
  void handsOverEverySampleAndMarksGaps() {
    SeriesQuery query = query(BUSY, RANGE);

    RecordedAnswers answers = read(List.of(query));

    SortedMap<Long, Float> expected = new TreeMap<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      if (hasSample(slot)) {
        expected.put(START.getEpochSecond() + slot * STEP.toSeconds(), sample(slot));
      }
    }
    assertThat(answers.samples(query)).isEqualTo(expected);
    assertThat(answers.answered()).containsExactly(query);
  }

  @Test
  void staysInsideTheRangeThatWasAskedFor() {
    TimeRange hour = TimeRange.startingAt(START.plus(Duration.ofHours(5)), Duration.ofHours(1));
    SeriesQuery query = query(BUSY, hour);

    RecordedAnswers answers = read(List.of(query));

    assertThat(answers.pieces(query))
        .isNotEmpty()
        .allSatisfy(
            piece -> {
              assertThat(piece.startEpochSecond())
                  .isGreaterThanOrEqualTo(hour.start().getEpochSecond());
              assertThat(piece.endEpochSecond()).isLessThanOrEqualTo(hour.end().getEpochSecond());
              assertThat(piece.stepSeconds()).isEqualTo(STEP.toSeconds());
            });
    // slots 60 to 71, of which 69 is a gap
    assertThat(answers.samples(query)).hasSize(11);
  }

  @Test
  void answersWhatHasNoSamples() {
    SeriesQuery query = query(SILENT, RANGE);

    RecordedAnswers answers = read(List.of(query));

    assertThat(answers.samples(query)).isEmpty();
    assertThat(answers.answered()).containsExactly(query);
  }

  @Test
  void plansEveryQueryOnceWithoutACallAndKeepsToTheCost() {
    ScopeReader reader = open();
    List<SeriesQuery> queries = List.of(query(BUSY, RANGE), query(SILENT, RANGE));
    long before = requests();

    List<ReadBatch> batches = reader.plan(queries);

    assertThat(requests()).isEqualTo(before);
    assertThat(batches.stream().flatMap(batch -> batch.queries().stream()))
        .containsExactlyInAnyOrderElementsOf(queries);
    RecordedAnswers answers = new RecordedAnswers();
    batches.forEach(batch -> reader.read(batch, answers));
    assertThat(requests() - before).isEqualTo(ReadCost.of(batches).requests());
    assertThat(ReadCost.of(batches).points()).isGreaterThanOrEqualTo(2 * SLOTS);
  }

  @Test
  void plansTheSameBatchesForTheSameQueries() {
    List<SeriesQuery> queries = List.of(query(BUSY, RANGE), query(SILENT, RANGE));

    assertThat(open().plan(queries)).isEqualTo(open().plan(queries));
  }

  @Test
  void saysThatReadingIsDeniedAndAnswersNothing() {
    ScopeReader reader = open();
    ReadBatch batch = reader.plan(List.of(query(BUSY, RANGE))).get(0);
    denyReading();
    RecordedAnswers answers = new RecordedAnswers();

    CloudException failure =
        catchThrowableOfType(CloudException.class, () -> reader.read(batch, answers));

    assertThat(failure.kind()).isEqualTo(FailureKind.DENIED);
    assertThat(failure).hasMessageContaining(scope().toString());
    assertThat(answers.answered()).isEmpty();
    assertThat(answers.failed()).isEqualTo(Map.of());
  }

  private ScopeReader open() {
    return source().open(scope(), List.of(machine(BUSY), machine(SILENT)));
  }

  private RecordedAnswers read(List<SeriesQuery> queries) {
    ScopeReader reader = open();
    RecordedAnswers answers = new RecordedAnswers();
    List<ReadBatch> batches = new ArrayList<>(reader.plan(queries));
    batches.forEach(batch -> reader.read(batch, answers));
    return answers;
  }

  private SeriesQuery query(String id, TimeRange range) {
    return new SeriesQuery(machine(id), Metric.CPU_UTILIZATION_AVG, range, STEP);
  }
}
