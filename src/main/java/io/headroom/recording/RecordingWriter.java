package io.headroom.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.document.Excerpt;
import io.headroom.document.Failure;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.recording.collected.CollectedFile;
import io.headroom.recording.collected.CollectedRanges;
import io.headroom.recording.inventory.Inventory;
import io.headroom.recording.inventory.InventoryWriter;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.samples.SamplesFile;
import io.headroom.recording.samples.SamplesWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes a recording in a stream: the samples of one machine are in memory at a time. The same
 * machines give the same bytes. The folder appears, whole, when {@link #finish} returns; until then
 * one that was there before stays as it is.
 */
public final class RecordingWriter implements AutoCloseable {

  /** About what the samples of a machine and their text take, in bytes. */
  private static final long MACHINE_WEIGHT = 1L << 20;

  private final RecordingFolder folder;
  private final SamplesWriter samples;
  private final List<Instance> instances = new ArrayList<>();
  private final OrderedWork<Prepared> preparing =
      new OrderedWork<>(Runtime.getRuntime().availableProcessors(), this::add);

  private RecordingWriter(RecordingFolder folder, SamplesWriter samples) {
    this.folder = folder;
    this.samples = samples;
  }

  /**
   * Begins a recording. Folders above it are made if they are not there.
   *
   * @throws RecordingException if something is there that is no recording, or it cannot be written
   */
  public static RecordingWriter create(Path directory) {
    RecordingFolder folder = RecordingFolder.draftOf(directory);
    try {
      return new RecordingWriter(
          folder,
          SamplesWriter.on(Files.newOutputStream(folder.draft().resolve(SamplesFile.PACKED))));
    } catch (IOException e) {
      folder.discard();
      throw unwritable(directory, e);
    }
  }

  /**
   * Adds a machine with its samples.
   *
   * @throws IllegalArgumentException if its id does not come after that of the machine before it,
   *     in the order of {@link String}, or cannot stand in a line of text, or a series lies outside
   *     the years 2000 to 2099
   * @throws RecordingException if the recording cannot be written
   */
  public void add(Observation machine) {
    add(Prepared.of(machine));
  }

  /**
   * Adds a machine that is put together on one of several threads. Machines are written in the
   * order of the calls; what an earlier one failed with is thrown here or by {@link #flush}, as
   * {@link #add(Observation)} would throw it.
   *
   * @param machine makes it; what it throws ends the writing
   * @throws InterruptedException if this thread is interrupted
   */
  public void addLater(Supplier<Observation> machine) throws InterruptedException {
    preparing.add(() -> Prepared.of(machine.get()), MACHINE_WEIGHT);
  }

  /**
   * Waits until all machines are written that were added with {@link #addLater}, which is needed
   * before another way of adding and before the end.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public void flush() throws InterruptedException {
    preparing.finish();
  }

  /** A machine as it stands in the files. */
  private record Prepared(Instance instance, String rows) {
    static Prepared of(Observation machine) {
      return new Prepared(machine.instance(), SamplesWriter.rows(machine));
    }
  }

  private void add(Prepared machine) {
    requireWritable(machine.instance().id());
    try {
      samples.write(machine.rows());
    } catch (IOException e) {
      throw unwritable(folder.target(), e);
    }
    instances.add(machine.instance());
  }

  /**
   * Ends the recording and puts it in its place.
   *
   * @param recordedUntil end of the time that was recorded
   * @throws RecordingException if it cannot be written; what was there before is there still
   * @throws IllegalStateException if machines are not written yet
   */
  public void finish(Instant recordedUntil) {
    if (!preparing.isDone()) {
      throw new IllegalStateException("Cannot finish: machines are not written yet; flush first");
    }
    try {
      samples.close();
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(folder.draft().resolve(Inventory.FILE)))) {
        InventoryWriter.write(out, recordedUntil, instances);
      }
      folder.publish();
    } catch (IOException e) {
      throw unwritable(folder.target(), e);
    }
  }

  /**
   * Ends a recording that was collected, as {@link #finish(Instant)} does.
   *
   * @param collected for which time each metric was answered, so that the next collection goes on
   *     from there
   */
  public void finish(Instant recordedUntil, CollectedRanges collected) {
    try {
      CollectedFile.write(folder.draft(), collected);
    } catch (IOException e) {
      throw unwritable(folder.target(), e);
    }
    finish(recordedUntil);
  }

  /** Gives the recording up unless it is finished. */
  @Override
  public void close() {
    preparing.close();
    try {
      samples.close();
    } catch (IOException e) {
      // nothing is lost: a finished recording was closed before, and this one is given up
    } finally {
      folder.discard();
    }
  }

  private void requireWritable(String id) {
    if (!instances.isEmpty() && instances.get(instances.size() - 1).id().compareTo(id) >= 0) {
      throw new IllegalArgumentException(
          "Invalid order of instances: "
              + Excerpt.of(id)
              + " after "
              + Excerpt.of(instances.get(instances.size() - 1).id())
              + "; expected ascending ids that differ");
    }
    boolean isLine = id.indexOf('\n') < 0 && id.indexOf('\r') < 0;
    if (!isLine || !new String(id.getBytes(UTF_8), UTF_8).equals(id)) {
      throw new IllegalArgumentException(
          "Invalid instance id: "
              + Excerpt.quoted(id)
              + "; expected text without line breaks and half characters");
    }
  }

  private static RecordingException unwritable(Path directory, IOException cause) {
    return new RecordingException(
        "Cannot write recording " + directory + ": " + Failure.reason(cause), cause);
  }
}
