package io.headroom.policy.file;

import io.headroom.document.DocumentNode;
import io.headroom.document.ListNode;
import io.headroom.document.MappingNode;
import io.headroom.document.ScalarKind;
import io.headroom.document.ScalarNode;
import io.headroom.policy.quantity.QuantityForm;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One text for everything that means the same, in bencoding: {@code d…e} is a mapping by key,
 * {@code l…e} a list, {@code 5:value} a value with its length. All lists of a policy are sets, so
 * their order does not matter. {@code 336h} is {@code 14d}, {@code 0.5GiB} is {@code 512MiB}.
 */
final class CanonicalForm {

  private static final Pattern DECIMAL_AND_UNIT =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(%|[A-Z]{3})");

  private CanonicalForm() {}

  static String of(DocumentNode node) {
    if (node instanceof MappingNode mapping) {
      return new TreeMap<>(mapping.entries())
          .entrySet().stream()
              .map(entry -> text(entry.getKey()) + of(entry.getValue()))
              .collect(Collectors.joining("", "d", "e"));
    }
    if (node instanceof ListNode list) {
      return list.entries().stream()
          .map(CanonicalForm::of)
          .sorted()
          .collect(Collectors.joining("", "l", "e"));
    }
    return text(value(node.asScalar()));
  }

  private static String text(String value) {
    return value.length() + ":" + value;
  }

  private static String value(ScalarNode scalar) {
    String written = scalar.text();
    if (scalar.kind() == ScalarKind.NUMBER) {
      return plain(written);
    }
    Matcher decimal = DECIMAL_AND_UNIT.matcher(written);
    if (decimal.matches()) {
      return plain(decimal.group(1)) + decimal.group(2);
    }
    return QuantityForm.DURATION
        .parse(written)
        .map(Object::toString)
        .or(() -> QuantityForm.MEMORY.parse(written).map(memory -> memory.value() + "MiB"))
        .orElse(written);
  }

  private static String plain(String decimal) {
    return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
  }
}
