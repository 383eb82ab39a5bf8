package io.headroom.collector.run;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.RecordedMachine;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.RecordingWriter;
import io.headroom.recording.collected.CollectedRanges;
import io.headroom.recording.problem.RecordingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Makes a new recording of the one before and a journal, in one pass: the samples of a few machines
 * are in memory at a time.
 */
final class RecordingMerge {

  /** The longest look-back that is of use: longer than any season of a quarter. */
  private static final Duration KEPT = Duration.ofDays(100);

  private final EarlierRecording earlier;
  private final Journal journal;
  private final Deque<Instance> waiting = new ArrayDeque<>();
  private String lastRead = "";

  RecordingMerge(EarlierRecording earlier, Journal journal, SortedMap<String, Instance> machines) {
    this.earlier = earlier;
    this.journal = journal;
    this.waiting.addAll(machines.values());
  }

  /**
   * Writes the recording.
   *
   * @throws RecordingException if it cannot be written; the one before is there still
   */
  void write(Path recording, Instant until) throws InterruptedException {
    Instant from = until.minus(KEPT);
    boolean isDamaged = false;
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      if (earlier.reader().isPresent()) {
        isDamaged = !copy(earlier.reader().get(), from, writer);
      }
      while (!waiting.isEmpty()) {
        Instance machine = waiting.remove();
        writer.addLater(() -> merged(machine, List.of()));
      }
      writer.flush();
      writer.finish(until, isDamaged ? ofJournal() : earlier.collected());
    }
  }

  /** Returns whether all that was recorded could be read: what could not is collected again. */
  private boolean copy(RecordingReader reader, Instant from, RecordingWriter writer)
      throws InterruptedException {
    TimeRange kept = new TimeRange(from, Instant.ofEpochSecond(Integer.MAX_VALUE));
    try {
      return reader.forEach(1, machine -> machine, machine -> add(machine, kept, writer)).isEmpty();
    } catch (Interruption interruption) {
      throw interruption.why;
    }
  }

  /** Carries an interruption out of a callback. */
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final InterruptedException why;

    Interruption(InterruptedException why) {
      super(why);
      this.why = why;
    }
  }

  private void add(RecordedMachine machine, TimeRange kept, RecordingWriter writer) {
    Observations recorded = machine.observation().observations();
    String id = machine.observation().instance().id();
    if (recorded.all().isEmpty()) {
      return;
    }
    requireOrder(id);
    while (!waiting.isEmpty() && waiting.peek().id().compareTo(id) < 0) {
      add(waiting.remove(), List.of(), writer);
    }
    if (!waiting.isEmpty() && waiting.peek().id().equals(id)) {
      add(waiting.remove(), recorded.within(kept).all(), writer);
    }
  }

  private void requireOrder(String id) {
    if (lastRead.compareTo(id) >= 0) {
      throw new RecordingException(
          "Cannot add to the recording: its samples are not in the order of instance ids; collect"
              + " into another folder");
    }
    lastRead = id;
  }

  private void add(Instance machine, Collection<Series> recorded, RecordingWriter writer) {
    try {
      writer.addLater(() -> merged(machine, recorded));
    } catch (InterruptedException e) {
      throw new Interruption(e);
    }
  }

  private Observation merged(Instance machine, Collection<Series> recorded) {
    Map<Metric, SeriesOverlay> overlays = new EnumMap<>(Metric.class);
    recorded.forEach(series -> lay(overlays, series));
    journal.of(machine.id()).forEach(series -> lay(overlays, series));
    return new Observation(
        machine,
        Observations.of(overlays.values().stream().flatMap(one -> one.seen().stream()).toList()));
  }

  private static void lay(Map<Metric, SeriesOverlay> overlays, Series series) {
    overlays.computeIfAbsent(series.metric(), metric -> new SeriesOverlay()).add(series);
  }

  private CollectedRanges ofJournal() {
    CollectedRanges ranges = new CollectedRanges();
    journal.addTo(ranges);
    return ranges;
  }
}
