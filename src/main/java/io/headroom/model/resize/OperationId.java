package io.headroom.model.resize;

/** Names one operation: lower-case letters, digits and dashes, such as {@code op-7f3c}. */
public record OperationId(String value) implements Comparable<OperationId> {

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if it has another form or more than 63 characters
   */
  public OperationId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(
          "Invalid operation id: " + value + "; expected lower-case letters, digits and dashes");
    }
  }

  @Override
  public int compareTo(OperationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
