package io.headroom.collector.run;

import io.headroom.model.machine.Instance;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;

/** A collection into a recording: a journal first, then a new recording in the place of the old. */
final class RecordingHarvest implements Harvest {

  private final Path folder;
  private final Journal journal;
  private final EarlierRecording earlier;

  private RecordingHarvest(Path folder, Journal journal, EarlierRecording earlier) {
    this.folder = folder;
    this.journal = journal;
    this.earlier = earlier;
  }

  static RecordingHarvest open(Path folder) {
    Journal journal = Journal.of(folder);
    try {
      return new RecordingHarvest(folder, journal, EarlierRecording.of(folder, journal));
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  @Override
  public CollectedRanges collected() {
    return earlier.collected();
  }

  @Override
  public SortedMap<String, Instance> instances() {
    return earlier.instances();
  }

  @Override
  public Instance continued(Instance now) {
    return earlier.continued(now);
  }

  @Override
  public void samples(String instanceId, Series piece) {
    journal.samples(instanceId, piece);
  }

  @Override
  public void answered(String instanceId, Metric metric, TimeRange range) {
    journal.answered(instanceId, metric, range);
  }

  @Override
  public void finish(SortedMap<String, Instance> machines, Instant until)
      throws InterruptedException {
    journal.addTo(earlier.collected());
    new RecordingMerge(earlier, journal, machines).write(folder, until);
    journal.remove();
  }

  @Override
  public void close() {
    journal.close();
  }
}
