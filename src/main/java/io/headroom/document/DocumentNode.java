package io.headroom.document;

/** A value of a document and where it stands. */
public sealed interface DocumentNode permits MappingNode, ListNode, ScalarNode {

  /** Returns where it stands. */
  Place place();

  /** Returns the value in a few words, for messages: {@code "abc"}, {@code a list of 3 entries}. */
  String describe();

  /**
   * Returns this mapping.
   *
   * @throws DocumentException if it is none
   */
  default MappingNode asMapping() {
    throw invalid("a mapping");
  }

  /**
   * Returns this list.
   *
   * @throws DocumentException if it is none
   */
  default ListNode asList() {
    throw invalid("a list");
  }

  /**
   * Returns this scalar.
   *
   * @throws DocumentException if it is none
   */
  default ScalarNode asScalar() {
    throw invalid("a single value");
  }

  /** Returns the problem that something else was expected here; the message shows this value. */
  default DocumentProblem unexpected(String expected) {
    return problem("Invalid " + place().subject() + ": " + describe() + "; expected " + expected);
  }

  /** Returns a problem of this value; {@code message} stands alone. */
  default DocumentProblem problem(String message) {
    return new DocumentProblem(place(), message);
  }

  private DocumentException invalid(String expected) {
    return new DocumentException(unexpected(expected));
  }
}
