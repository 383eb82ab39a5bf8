package io.headroom.recording.samples;

import io.headroom.document.Failure;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.problem.RecordingProblem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Finds and opens the samples of a recording: {@value #PACKED}, or {@value #PLAIN} by hand. */
public final class SamplesFile {

  /** Name of the file as it is written. */
  public static final String PACKED = "samples.csv.gz";

  /** Name of a file that is not packed. */
  public static final String PLAIN = "samples.csv";

  private static final int READ_AHEAD = 1 << 16;

  private final Path path;
  private final boolean packed;

  private SamplesFile(Path path, boolean packed) {
    this.path = path;
    this.packed = packed;
  }

  /**
   * Returns the samples file of a recording, which need not exist.
   *
   * @throws RecordingException if the folder holds two of them
   */
  public static SamplesFile in(Path directory) {
    boolean packed = Files.exists(directory.resolve(PACKED));
    boolean plain = Files.exists(directory.resolve(PLAIN));
    if (packed && plain) {
      throw new RecordingException(
          "Cannot read recording "
              + directory
              + ": it has both "
              + PACKED
              + " and "
              + PLAIN
              + "; expected one, remove the other");
    }
    return new SamplesFile(directory.resolve(plain ? PLAIN : PACKED), !plain);
  }

  /** Returns the file's name without its folder. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Opens it; if it cannot be read at all, that is a problem and nothing is returned. */
  public Optional<SamplesSource> open(ProblemLog problems) {
    if (!Files.exists(path)) {
      problems.add(unreadable("the recording has neither " + PACKED + " nor " + PLAIN));
      return Optional.empty();
    }
    try {
      return Optional.of(SamplesSource.of(name(), stream(), problems));
    } catch (EOFException e) {
      problems.add(unreadable("it is empty or cut short"));
    } catch (ZipException e) {
      problems.add(unreadable("it is not packed with gzip; name it " + PLAIN + " if it is text"));
    } catch (IOException e) {
      problems.add(unreadable(Failure.reason(e)));
    }
    return Optional.empty();
  }

  private InputStream stream() throws IOException {
    InputStream file = Files.newInputStream(path);
    if (!packed) {
      return file;
    }
    try {
      return new GZIPInputStream(file, READ_AHEAD);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private RecordingProblem unreadable(String reason) {
    return RecordingProblem.ofFile(
        name(), "Cannot read " + name() + ": " + reason + "; every machine is without samples");
  }
}
