package io.headroom.document;

import java.util.Comparator;

/**
 * Something wrong with a document.
 *
 * @param place where
 * @param message what was found and what is accepted; names the path, so that it stands alone
 */
public record DocumentProblem(Place place, String message) implements Comparable<DocumentProblem> {

  private static final Comparator<DocumentProblem> ORDER =
      Comparator.comparing(DocumentProblem::place).thenComparing(DocumentProblem::message);

  /** Orders by place, then message. */
  @Override
  public int compareTo(DocumentProblem other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code file:line:column: message}. */
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
