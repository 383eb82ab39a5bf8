package io.headroom.collector.run;

import io.headroom.model.machine.Instance;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.collected.CollectedFile;
import io.headroom.recording.collected.CollectedRanges;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the recording holds before a collection adds to it.
 *
 * @param reader reads it; nothing if there is none yet
 * @param instances its machines by id
 * @param collected what of it was answered whole; what a run that died left behind included
 */
record EarlierRecording(
    Optional<RecordingReader> reader,
    SortedMap<String, Instance> instances,
    CollectedRanges collected) {

  /**
   * Opens a recording.
   *
   * @throws io.headroom.recording.problem.RecordingException if something is there that is none
   */
  static EarlierRecording of(Path directory, Journal journal) {
    boolean isThere = Files.exists(directory) && !isEmpty(directory);
    Optional<RecordingReader> reader =
        isThere ? Optional.of(RecordingReader.open(directory)) : Optional.empty();
    SortedMap<String, Instance> instances = new TreeMap<>();
    reader.stream()
        .flatMap(one -> one.recording().instances().stream())
        .forEach(instance -> instances.put(instance.id(), instance));
    CollectedRanges collected = CollectedFile.read(directory);
    journal.addTo(collected);
    return new EarlierRecording(reader, instances, collected);
  }

  Optional<Instant> recordedUntil() {
    return reader.map(one -> one.recording().recordedUntil());
  }

  /** Returns a machine as it is now, with what was known of it before. */
  Instance continued(Instance now) {
    Optional<Instance> before = Optional.ofNullable(instances.get(now.id()));
    return before.isPresent() && recordedUntil().isPresent()
        ? TypeHistories.continued(before.get(), recordedUntil().get(), now)
        : now;
  }

  private static boolean isEmpty(Path directory) {
    String[] names = directory.toFile().list();
    return names != null && names.length == 0;
  }
}
