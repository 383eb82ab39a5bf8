package io.headroom.recording.problem;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where in a file something is wrong.
 *
 * @param file name of the file, without its folder
 * @param line number of the line, counted from 1
 * @param instanceId the machine it costs something, if one is known
 */
public record LinePlace(String file, long line, Optional<String> instanceId) {

  /**
   * Returns the problem that a field is not what it should be.
   *
   * @param field name of the column or path of the property
   * @param detail what was found and what was expected
   * @param consequence what is left out
   */
  public RecordingProblem invalid(String field, String detail, String consequence) {
    return problem(
        Optional.of(field),
        "Invalid " + field + " in " + file + " line " + line + ": " + detail + "; " + consequence);
  }

  /**
   * Returns the problem that something as a whole cannot be used.
   *
   * @param what what it is
   * @param reason why, and what was expected
   */
  public RecordingProblem unusable(String what, String reason) {
    return problem(
        Optional.empty(), "Cannot use " + what + " in " + file + " line " + line + ": " + reason);
  }

  private RecordingProblem problem(Optional<String> field, String message) {
    return new RecordingProblem(file, OptionalLong.of(line), instanceId, field, message);
  }
}
