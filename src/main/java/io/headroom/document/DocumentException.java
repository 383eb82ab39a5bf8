package io.headroom.document;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used; carries all that is wrong with it. */
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int MOST_IN_MESSAGE = 20;

  private final transient List<DocumentProblem> problems;

  /**
   * Makes an exception of what is wrong.
   *
   * @throws IllegalArgumentException if nothing is
   */
  public DocumentException(Collection<DocumentProblem> problems) {
    super(message(problems));
    this.problems = problems.stream().sorted().distinct().toList();
  }

  /** Makes an exception of one problem. */
  public DocumentException(DocumentProblem problem) {
    this(List.of(problem));
  }

  /** Returns what is wrong, at least one thing, in the order of the document. */
  public List<DocumentProblem> problems() {
    return problems;
  }

  private static String message(Collection<DocumentProblem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("Cannot refuse a document: it has no problem");
    }
    List<DocumentProblem> ordered = problems.stream().sorted().distinct().toList();
    String lines =
        ordered.stream()
            .limit(MOST_IN_MESSAGE)
            .map(DocumentProblem::toString)
            .collect(Collectors.joining("\n"));
    int left = ordered.size() - MOST_IN_MESSAGE;
    return left > 0 ? lines + "\nand " + left + " more" : lines;
  }
}
