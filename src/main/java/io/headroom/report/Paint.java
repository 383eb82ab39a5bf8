package io.headroom.report;

import java.util.function.UnaryOperator;

/** How findings are coloured in a table; {@link #NONE} where there are no colours. */
@FunctionalInterface
public interface Paint {

  /** Leaves the text as it is. */
  Paint NONE = text -> text;

  /** Returns a table with its findings coloured. */
  String findings(String table);

  /** Returns a paint that applies {@code colours}. */
  static Paint of(UnaryOperator<String> colours) {
    return colours::apply;
  }
}
