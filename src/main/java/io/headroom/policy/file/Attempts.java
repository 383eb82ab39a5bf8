package io.headroom.policy.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the parts of a document one by one, so that one reading shows what is wrong with each. */
final class Attempts {

  private final List<DocumentProblem> problems = new ArrayList<>();

  /** Returns what {@code part} gives; nothing if it was refused. */
  <T> Optional<T> at(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (DocumentException refused) {
      problems.addAll(refused.problems());
      return Optional.empty();
    }
  }

  /** Whether a part was refused so far. */
  boolean anyRefused() {
    return !problems.isEmpty();
  }

  /**
   * Ends the reading if a part was refused.
   *
   * @throws DocumentException with the problems of all of them
   */
  void finish() {
    if (anyRefused()) {
      throw new DocumentException(problems);
    }
  }
}
