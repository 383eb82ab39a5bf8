package io.headroom.policy.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentProblem;
import io.headroom.document.ScalarNode;
import io.headroom.policy.selector.InvalidSelectorException;
import io.headroom.policy.selector.Selector;
import java.util.Optional;

/** Reads the key {@code selector}. */
final class SelectorReader {

  private static final String SELECTOR = "selector";

  private SelectorReader() {}

  /** Returns the selector without looking at it: nothing of CEL is loaded. */
  static Optional<Selector> read(Section policy) {
    return policy.has(SELECTOR)
        ? Optional.of(Selector.of(policy.text(SELECTOR)))
        : Optional.empty();
  }

  /**
   * Returns the selector after it was compiled, unless it is inherited: those of shipped policies
   * are known to be good.
   *
   * @param source content of the file
   */
  static Optional<Selector> readAndCheck(Section policy, String source) {
    Optional<Selector> selector = read(policy);
    if (selector.isEmpty()) {
      return selector;
    }
    ScalarNode node = policy.node().get(SELECTOR).asScalar();
    if (!node.place().file().equals(policy.file())) {
      return selector;
    }
    try {
      selector.get().check();
      return selector;
    } catch (InvalidSelectorException refused) {
      throw new DocumentException(
          new DocumentProblem(
              SelectorPlace.of(source, node.place(), node.text(), refused.offset()),
              "Invalid " + SELECTOR + ": " + refused.getMessage()));
    }
  }
}
