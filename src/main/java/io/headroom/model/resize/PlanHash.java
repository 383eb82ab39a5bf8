package io.headroom.model.resize;

/**
 * The identity of a plan: the SHA-256 of its document, 64 hexadecimal digits. Whoever approves a
 * plan approves exactly this.
 */
public record PlanHash(String hex) {

  private static final int SHORT = 12;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits
   */
  public PlanHash {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "Invalid plan hash: " + hex + "; expected 64 hexadecimal digits");
    }
  }

  /** Returns the first digits, for people. */
  @Override
  public String toString() {
    return hex.substring(0, SHORT);
  }
}
