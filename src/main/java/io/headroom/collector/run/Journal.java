package io.headroom.collector.run;

import io.headroom.document.Failure;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.recording.collected.CollectedRanges;
import io.headroom.recording.problem.RecordingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a collection has brought so far, in a file beside the recording, in the order in which it
 * came. A run that died leaves it behind and the next one goes on from it, up to the last entry
 * that is whole. One run at a time has it open. Entries may be added by several threads.
 */
final class Journal implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  /** Where the samples of each machine are, in the order in which they came. */
  private final Map<String, List<Place>> places = new HashMap<>();

  private final Map<String, Map<Metric, List<TimeRange>>> answered = new TreeMap<>();
  private long end;

  private Journal(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  private record Place(long offset, int length) {}

  /**
   * Opens the journal of a recording, with what a run that died left in it.
   *
   * @throws RecordingException if another run has it open, or it cannot be read or written
   */
  static Journal of(Path recording) {
    Path target = recording.toAbsolutePath().normalize();
    Path file = target.resolveSibling("." + target.getFileName() + ".collecting");
    try {
      Optional.ofNullable(file.getParent()).ifPresent(Journal::make);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Journal journal = new Journal(file, channel, lock(file, channel));
      journal.recover();
      return journal;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static FileLock lock(Path file, FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock()).orElseThrow(() -> taken(file));
    } catch (OverlappingFileLockException e) {
      throw taken(file);
    }
  }

  private static RecordingException taken(Path file) {
    return new RecordingException(
        "Cannot collect: another collection has "
            + file
            + " open; wait until it ends, or choose another folder");
  }

  private void recover() throws IOException {
    long size = channel.size();
    Optional<JournalEntry> entry = read(0, size);
    while (entry.isPresent()) {
      note(entry.get());
      end += entry.get().length();
      entry = read(end, size);
    }
    channel.truncate(end);
  }

  private Optional<JournalEntry> read(long offset, long size) throws IOException {
    int head = JournalEntry.HEAD;
    if (offset + head > size) {
      return Optional.empty();
    }
    int length = JournalEntry.length(bytes(offset, head));
    return length < head || offset + length > size
        ? Optional.empty()
        : JournalEntry.of(bytes(offset, length));
  }

  private ByteBuffer bytes(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
      // a read may bring less than was asked for
    }
    return bytes.flip();
  }

  private void note(JournalEntry entry) {
    if (entry.series().isPresent()) {
      places
          .computeIfAbsent(entry.instanceId(), id -> new ArrayList<>())
          .add(new Place(end, entry.length()));
    } else {
      answered
          .computeIfAbsent(entry.instanceId(), id -> new TreeMap<>())
          .computeIfAbsent(entry.metric(), metric -> new ArrayList<>())
          .add(entry.range());
    }
  }

  /** Adds samples of a machine. */
  void samples(String instanceId, Series piece) {
    add(JournalEntry.samples(instanceId, piece));
  }

  /** Adds that a metric of a machine is answered whole for a time. */
  void answered(String instanceId, Metric metric, TimeRange range) {
    add(JournalEntry.answered(instanceId, metric, range));
  }

  private synchronized void add(JournalEntry entry) {
    try {
      ByteBuffer bytes = entry.bytes();
      long at = end;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      note(entry);
      end = at;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private synchronized List<Place> placesOf(String instanceId) {
    return List.copyOf(places.getOrDefault(instanceId, List.of()));
  }

  /** Returns all pieces of a machine, in the order in which they came. */
  List<Series> of(String instanceId) {
    List<Series> pieces = new ArrayList<>();
    try {
      for (Place place : placesOf(instanceId)) {
        JournalEntry.of(bytes(place.offset(), place.length()))
            .flatMap(JournalEntry::series)
            .ifPresent(pieces::add);
      }
      return List.copyOf(pieces);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Adds what is answered to the ranges of a recording. */
  synchronized void addTo(CollectedRanges collected) {
    answered.forEach(
        (id, byMetric) ->
            byMetric.forEach(
                (metric, ranges) ->
                    collected.addAll(
                        id,
                        metric,
                        ranges.stream().sorted(Comparator.comparing(TimeRange::start)).toList())));
  }

  /** Removes the file: all of it is in the recording. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Leaves the file for the next run, unless there is nothing in it. */
  @Override
  public void close() {
    try {
      if (end == 0) {
        Files.deleteIfExists(file);
      }
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static RecordingException failed(Path file, IOException cause) {
    return new RecordingException("Cannot write " + file + ": " + Failure.reason(cause), cause);
  }
}
