package io.headroom.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.testing.RecordingFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordingReaderTest {

  private static final String CPU = ",cpu_utilization_avg,percent,2026-08-01T00:00:00Z,300,";

  @TempDir private Path directory;

  @Test
  void joinsTheRowsOfASeriesInTheOrderOfTime() {
    RecordingFiles.writeInventory(directory, "i-1");
    RecordingFiles.writeSamples(
        directory,
        "i-1,cpu_utilization_avg,percent,2026-08-02T00:00:00Z,60,3;;5",
        "i-1,cpu_utilization_avg,fraction,2026-08-01T00:00:00+02:00,300,0.5");

    List<Series> series = ReadRecording.of(directory).series("i-1");

    // midnight in +02:00 is 22:00 the day before in UTC
    assertThat(series)
        .containsExactly(
            Series.of(
                Metric.CPU_UTILIZATION_AVG,
                SampleUnit.FRACTION,
                Instant.parse("2026-07-31T22:00:00Z"),
                300,
                new float[] {0.5f}),
            Series.of(
                Metric.CPU_UTILIZATION_AVG,
                SampleUnit.PERCENT,
                Instant.parse("2026-08-02T00:00:00Z"),
                60,
                new float[] {3, Series.gap(), 5}));
  }

  @Test
  void handsOverMachinesAsTheyStandInTheSamplesAndThenThoseWithoutById() {
    RecordingFiles.writeInventory(directory, "i-5", "i-1", "i-4", "i-3", "i-2");
    RecordingFiles.writeSamples(directory, "i-4" + CPU + "1", "i-2" + CPU + "1");

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.ids()).containsExactly("i-4", "i-2", "i-1", "i-3", "i-5");
    assertThat(read.series("i-1")).isEmpty();
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfTheInventoryOrOnTheNumberOfThreads() {
    String[] rows = rows(300);
    String[] ids = ids(300);
    RecordingFiles.writeInventory(directory, ids);
    RecordingFiles.writeSamples(directory, rows);
    ReadRecording expected = ReadRecording.of(directory, 1);
    String[] reversed = IntStream.range(0, 300).mapToObj(i -> ids[299 - i]).toArray(String[]::new);
    RecordingFiles.writeInventory(directory, reversed);

    ReadRecording read = ReadRecording.of(directory, 7);

    assertThat(read.ids()).isEqualTo(expected.ids()).hasSize(300);
    assertThat(read.problems()).isEqualTo(expected.problems()).hasSize(30);
    assertThat(read.recording().instances()).isEqualTo(expected.recording().instances());
  }

  @Test
  void givesAMachineItsOwnProblems() throws InterruptedException {
    RecordingFiles.writeInventory(directory, "i-1", "i-2");
    RecordingFiles.writeSamples(directory, "i-1" + CPU + "x", "i-2" + CPU + "1");

    List<List<RecordingProblem>> own = new ArrayList<>();
    List<RecordingProblem> all =
        RecordingReader.open(directory).forEach(2, RecordedMachine::problems, own::add);

    assertThat(own).containsExactly(all, List.of());
    assertThat(all).hasSize(1);
  }

  @Test
  void mayBeReadAgain() throws InterruptedException {
    RecordingFiles.writeInventory(directory, ids(10));
    RecordingFiles.writeSamples(directory, rows(10));
    RecordingReader reader = RecordingReader.open(directory);

    for (int i = 0; i < 2; i++) {
      List<String> ids = new ArrayList<>();
      reader.forEach(2, machine -> machine.observation().instance().id(), ids::add);
      assertThat(ids).containsExactly(ids(10));
    }
  }

  @Test
  void worksOnSeveralMachinesAtOnce() throws InterruptedException {
    RecordingFiles.writeInventory(directory, ids(4));
    RecordingFiles.writeSamples(directory, rows(4));
    // nobody passes before three are there, so three machines must be worked on at once
    CyclicBarrier three = new CyclicBarrier(3);
    AtomicInteger waited = new AtomicInteger();

    RecordingReader.open(directory)
        .forEach(
            3,
            machine -> {
              if (waited.incrementAndGet() <= 3) {
                await(three);
              }
              return machine;
            },
            machine -> {});

    assertThat(waited).hasValue(4);
  }

  @Test
  void readsNoFurtherThanSomeMachinesAhead() throws InterruptedException {
    RecordingFiles.writeInventory(directory, ids(200));
    RecordingFiles.writeSamples(directory, rows(200));
    ConcurrentSkipListSet<Integer> ahead = new ConcurrentSkipListSet<>();
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger handedOver = new AtomicInteger();

    RecordingReader.open(directory)
        .forEach(
            2,
            machine -> {
              ahead.add(begun.incrementAndGet() - handedOver.get());
              return machine;
            },
            machine -> handedOver.incrementAndGet());

    // four for each thread, and one that is handed over just now
    assertThat(ahead.last()).isLessThanOrEqualTo(9);
    assertThat(handedOver).hasValue(200);
  }

  @Test
  void throwsWhatTheWorkThrows() throws InterruptedException {
    RecordingFiles.writeInventory(directory, ids(50));
    RecordingFiles.writeSamples(directory, rows(50));
    IllegalStateException failure = new IllegalStateException("no verdict");
    List<String> handedOver = new ArrayList<>();
    RecordingReader reader = RecordingReader.open(directory);

    assertThatThrownBy(
            () ->
                reader.forEach(
                    2,
                    machine -> {
                      String id = machine.observation().instance().id();
                      if (id.equals("i-007")) {
                        throw failure;
                      }
                      return id;
                    },
                    handedOver::add))
        .isSameAs(failure);
    assertThat(handedOver)
        .containsExactly("i-000", "i-001", "i-002", "i-003", "i-004", "i-005", "i-006");
    assertNoThreadIsLeft();
  }

  @Test
  void throwsWhatTheReceiverThrows() throws InterruptedException {
    RecordingFiles.writeInventory(directory, ids(50));
    RecordingFiles.writeSamples(directory, rows(50));
    AssertionError failure = new AssertionError("disk full");
    RecordingReader reader = RecordingReader.open(directory);

    assertThatThrownBy(
            () ->
                reader.forEach(
                    2,
                    machine -> machine,
                    machine -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertNoThreadIsLeft();
  }

  @Test
  void endsWhenItIsInterrupted() throws InterruptedException {
    RecordingFiles.writeInventory(directory, ids(50));
    RecordingFiles.writeSamples(directory, rows(50));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger interruptedWork = new AtomicInteger();
    RecordingReader reader = RecordingReader.open(directory);
    ExecutorService caller = Executors.newSingleThreadExecutor();
    Future<?> reading =
        caller.submit(
            () ->
                reader.forEach(
                    2,
                    machine -> {
                      begun.countDown();
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        interruptedWork.incrementAndGet();
                        Thread.currentThread().interrupt();
                      }
                      return machine;
                    },
                    machine -> {}));
    begun.await();

    caller.shutdownNow(); // interrupts

    assertThatThrownBy(() -> reading.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(interruptedWork.get()).isPositive();
    assertNoThreadIsLeft();
  }

  @Test
  void refusesToWorkOnNoThread() {
    RecordingFiles.writeInventory(directory, "i-1");
    RecordingReader reader = RecordingReader.open(directory);

    assertThatThrownBy(() -> reader.forEach(0, machine -> machine, machine -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid parallelism: 0; expected 1 or more");
  }

  /** Every tenth machine has a bad row beside a good one. */
  private static String[] rows(int machines) {
    List<String> rows = new ArrayList<>();
    for (String id : ids(machines)) {
      rows.add(id + CPU + "1;2;3");
      if (id.endsWith("5")) {
        rows.add(id + ",memory_used,mib,2026-08-01T00:00:00Z,300,x");
      }
    }
    return rows.toArray(String[]::new);
  }

  private static String[] ids(int machines) {
    return IntStream.range(0, machines)
        .mapToObj(i -> "i-" + Integer.toString(1000 + i).substring(1))
        .toArray(String[]::new);
  }

  /** A thread that has nothing left to do takes a moment to end. */
  private static void assertNoThreadIsLeft() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("recording-")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("three machines were not worked on at once", e);
    }
  }
}
