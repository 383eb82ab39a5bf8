package io.headroom.recording.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.document.Excerpt;
import io.headroom.document.Failure;
import io.headroom.recording.problem.Found;
import io.headroom.recording.problem.LinePlace;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingProblem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hands out the rows of a samples file as they stand, machine by machine. If the file breaks off,
 * the machine it breaks off in is left out: nobody knows what else it had.
 */
public final class SamplesSource implements Closeable {

  private static final String HEADER = String.join(",", RowFields.COLUMNS);

  private final String file;
  private final LineSource lines;
  private final ProblemLog problems;
  private Optional<Row> ahead = Optional.empty();

  private SamplesSource(String file, LineSource lines, ProblemLog problems) {
    this.file = file;
    this.lines = lines;
    this.problems = problems;
  }

  /**
   * Returns the rows of a stream, which is closed with them.
   *
   * @param file name of the file, for the problems
   * @param problems gets what cannot be used, when it is come upon
   */
  public static SamplesSource of(String file, InputStream in, ProblemLog problems) {
    SamplesSource source = new SamplesSource(file, new LineSource(in), problems);
    if (source.startsWithHeader()) {
      source.ahead = source.nextRow(/* previousId= */ "");
      source.noteBreakAtStart();
    }
    return source;
  }

  /** A line and the id of its machine. */
  private record Row(String id, Line line) {}

  /** Returns the next machine's rows; nothing at the end of the file, or where it breaks off. */
  public Optional<MachineRows> next() {
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    String id = ahead.get().id();
    MachineRows rows = new MachineRows(id, ahead.get().line().number());
    while (ahead.isPresent() && ahead.get().id().equals(id)) {
      rows.add(ahead.get().line());
      ahead = nextRow(id);
    }
    if (ahead.isEmpty() && lines.failure().isPresent()) {
      problems.add(brokenOff(lines.failure().get(), "the samples of " + Excerpt.of(id)));
      return Optional.empty();
    }
    return Optional.of(rows);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private boolean startsWithHeader() {
    Optional<Line> first = lines.next();
    if (first.isEmpty() && lines.failure().isPresent()) {
      problems.add(brokenOff(lines.failure().get(), "the header"));
      return false;
    }
    String found = first.map(line -> new String(line.bytes(), UTF_8)).orElse("");
    if (!found.equals(HEADER)) {
      problems.add(
          new LinePlace(file, 1, Optional.empty())
              .invalid(
                  "header",
                  Found.of(found) + "; expected " + HEADER,
                  "every machine is without samples"));
    }
    return found.equals(HEADER);
  }

  private void noteBreakAtStart() {
    if (ahead.isEmpty() && lines.failure().isPresent()) {
      problems.add(brokenOff(lines.failure().get(), "the first row"));
    }
  }

  private RecordingProblem brokenOff(IOException failure, String inside) {
    return RecordingProblem.ofFile(
        file,
        "Cannot read all of "
            + file
            + ": it breaks off at line "
            + lines.number()
            + " ("
            + Failure.reason(failure)
            + "); "
            + inside
            + " and all that follows are left out, make the recording anew");
  }

  /** Returns the next row that has an id, which is most often that of the row before. */
  private Optional<Row> nextRow(String previousId) {
    byte[] previous = previousId.getBytes(UTF_8);
    for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      byte[] bytes = line.get().bytes();
      if (startsWith(bytes, previous)) {
        return Optional.of(new Row(previousId, line.get()));
      }
      if (bytes.length > 0) {
        try {
          return Optional.of(new Row(RowFields.instanceId(bytes), line.get()));
        } catch (RowFault fault) {
          if (lines.failure().isPresent()) {
            return Optional.empty();
          }
          problems.add(
              new LinePlace(file, line.get().number(), Optional.empty())
                  .invalid(fault.field(), fault.detail(), "the row is left out"));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] line, byte[] id) {
    return id.length > 0
        && line.length > id.length
        && line[id.length] == ','
        && Arrays.equals(line, 0, id.length, id, 0, id.length);
  }
}
