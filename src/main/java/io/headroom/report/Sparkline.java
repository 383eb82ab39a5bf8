package io.headroom.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A row of numbers as a row of blocks, from nothing to the largest of them. */
final class Sparkline {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String GAP = "·";

  private Sparkline() {}

  /** Returns one block for each number and a dot for each that is missing. */
  static String of(List<OptionalDouble> numbers) {
    double largest = numbers.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    return numbers.stream()
        .map(number -> number.isEmpty() ? GAP : block(number.getAsDouble(), largest))
        .collect(Collectors.joining());
  }

  private static String block(double number, double largest) {
    int level = largest == 0 ? 0 : (int) Math.ceil(number / largest * BLOCKS.length()) - 1;
    int index = Math.max(0, Math.min(BLOCKS.length() - 1, level));
    return BLOCKS.substring(index, index + 1);
  }
}
