package io.headroom.advice;

import java.util.Comparator;

/**
 * Something that went wrong without stopping the run: the result is there, and less than it could
 * be.
 *
 * @param code stable name of the kind of problem, such as {@code unknown_region}
 * @param subject what it is about: an instance id, or a file with its line
 * @param message what is wrong, what was expected and what to do, without a full stop
 */
public record Problem(String code, String subject, String message) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::subject)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
