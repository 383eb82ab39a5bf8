package io.headroom.recording.problem;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something in a recording or a trace that could not be used; everything else was.
 *
 * @param file name of the file, without its folder
 * @param line number of the line, counted from 1; absent if it is about the whole file
 * @param instanceId the machine it costs something, if one is known
 * @param field name of the column or path of the property, if it is about one
 * @param message one sentence that names all of this, what was found, what was expected and what is
 *     left out; text of the file appears in it as {@link io.headroom.document.Excerpt} shows it
 */
public record RecordingProblem(
    String file,
    OptionalLong line,
    Optional<String> instanceId,
    Optional<String> field,
    String message) {

  /** By file, by line, then by message. */
  public static final Comparator<RecordingProblem> ORDER =
      Comparator.comparing(RecordingProblem::file)
          .thenComparingLong(problem -> problem.line().orElse(0))
          .thenComparing(RecordingProblem::message);

  /** Returns a problem of a whole file. */
  public static RecordingProblem ofFile(String file, String message) {
    return new RecordingProblem(
        file, OptionalLong.empty(), Optional.empty(), Optional.empty(), message);
  }
}
