package io.headroom.recording;

import io.headroom.document.Failure;
import io.headroom.recording.inventory.Inventory;
import io.headroom.recording.inventory.InventoryReader;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.recording.samples.MachineRows;
import io.headroom.recording.samples.SamplesFile;
import io.headroom.recording.samples.SamplesSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a recording: the inventory at once, the samples in a stream, so that memory is needed for
 * the inventory and for the samples of a few machines, however many there are.
 */
public final class RecordingReader {

  private final Recording recording;
  private final Inventory inventory;
  private final SamplesFile samples;

  private RecordingReader(Path directory, Inventory inventory, SamplesFile samples) {
    this.recording =
        new Recording(
            directory,
            inventory.recordedUntil(),
            inventory.instances(),
            inventory.problems().inOrder(),
            inventory.notices());
    this.inventory = inventory;
    this.samples = samples;
  }

  /**
   * Reads the inventory of a recording.
   *
   * @throws RecordingException if the folder holds no recording of a version that is known, or two
   *     files of samples
   */
  public static RecordingReader open(Path directory) {
    Inventory inventory = InventoryReader.read(directory);
    return new RecordingReader(directory, inventory, SamplesFile.in(directory));
  }

  /** Returns what the inventory says. */
  public Recording recording() {
    return recording;
  }

  /**
   * Reads the samples and does some work with each machine, on several threads. Every machine of
   * the inventory is worked on exactly once, also one without samples. The results are handed over
   * one at a time, on this thread, in an order that depends on the samples file alone: first the
   * machines in the order in which they stand there, then those without samples by id.
   *
   * <p>What {@code work} or {@code results} throws ends the reading and is thrown here as it is,
   * when no work is under way any more. A recording may be read several times.
   *
   * @param parallelism how many machines are worked on at once, 1 or more; this thread unpacks the
   *     file meanwhile
   * @param work is called on several threads at once
   * @return what of the samples could not be used, by line
   * @throws RecordingException if the file cannot be closed
   * @throws InterruptedException if this thread is interrupted; work under way is interrupted too
   */
  public <R> List<RecordingProblem> forEach(
      int parallelism, Function<RecordedMachine, R> work, Consumer<R> results)
      throws InterruptedException {
    ProblemLog problems = new ProblemLog();
    try (OrderedWork<MachineDispatch.Worked<R>> ordered =
        new OrderedWork<>(
            parallelism,
            worked -> {
              problems.addAll(worked.problems());
              results.accept(worked.result());
            })) {
      MachineDispatch<R> dispatch = new MachineDispatch<>(inventory, samples.name(), work, ordered);
      readSamples(dispatch, problems);
      dispatch.addThoseWithoutSamples();
      ordered.finish();
    }
    return problems.inOrder();
  }

  private <R> void readSamples(MachineDispatch<R> dispatch, ProblemLog problems)
      throws InterruptedException {
    Optional<SamplesSource> opened = samples.open(problems);
    if (opened.isEmpty()) {
      return;
    }
    try (SamplesSource source = opened.get()) {
      Optional<MachineRows> rows = source.next();
      while (rows.isPresent()) {
        dispatch.add(rows.get()).ifPresent(problems::add);
        rows = source.next();
      }
    } catch (IOException e) {
      throw new RecordingException(
          "Cannot read recording " + recording.directory() + ": " + Failure.reason(e), e);
    }
  }
}
