package io.headroom.advice.backtest;

import io.headroom.recording.RecordingReader;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.recording.trace.TraceImport;
import io.headroom.recording.trace.TraceImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A trace as a recording that is only needed for a while: it is gone when it is closed. */
public final class TraceRecording implements AutoCloseable {

  private final Path folder;
  private final TraceImport imported;

  private TraceRecording(Path folder, TraceImport imported) {
    this.folder = folder;
    this.imported = imported;
  }

  /**
   * Imports a trace.
   *
   * @throws RecordingException if it cannot be read or has no machine
   */
  public static TraceRecording of(Path traces, TraceImporter importer) {
    Path folder;
    try {
      folder = Files.createTempDirectory("headroom-traces-");
    } catch (IOException e) {
      throw new RecordingException(
          "Cannot import " + traces + ": no temporary folder can be made, " + e.getMessage(), e);
    }
    try {
      return new TraceRecording(folder, importer.run(traces, folder.resolve("recording")));
    } catch (RecordingException failure) {
      delete(folder);
      throw failure;
    }
  }

  /** Opens the recording. */
  public RecordingReader reader() {
    return RecordingReader.open(folder.resolve("recording"));
  }

  /** Returns rows of the trace that could not be used. */
  public List<RecordingProblem> problems() {
    return imported.problems();
  }

  @Override
  public void close() {
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder + ": remove it by hand", e);
    }
  }
}
