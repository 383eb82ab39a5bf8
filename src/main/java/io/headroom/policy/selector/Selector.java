package io.headroom.policy.selector;

import io.headroom.model.machine.Instance;
import java.util.Optional;

/**
 * A CEL expression over {@code instance} that says which machines a policy is for. It is compiled
 * once, when it is first needed: the compiler takes half a second to start, and a program that
 * never asks a selector never loads it.
 */
public final class Selector {

  private final String text;
  private volatile Optional<CompiledSelector> compiled = Optional.empty();

  private Selector(String text) {
    this.text = text;
  }

  /** Returns the selector of an expression, which is not looked at yet. */
  public static Selector of(String text) {
    return new Selector(text);
  }

  /** Returns the expression as written. */
  public String text() {
    return text;
  }

  /**
   * Compiles the expression.
   *
   * @throws InvalidSelectorException if it is not an expression, asks for a field that does not
   *     exist, or does not say yes or no
   */
  public void check() {
    compiled();
  }

  /**
   * Returns whether {@code instance} is selected.
   *
   * @throws InvalidSelectorException as {@link #check}
   */
  public Selection select(Instance instance) {
    return compiled().evaluate(InstanceField.valuesOf(instance));
  }

  private CompiledSelector compiled() {
    Optional<CompiledSelector> present = compiled;
    if (present.isEmpty()) {
      // compiling twice at once is harmless: both results say the same
      present = Optional.of(CompiledSelector.of(text));
      compiled = present;
    }
    return present.get();
  }

  @Override
  public String toString() {
    return text;
  }
}
