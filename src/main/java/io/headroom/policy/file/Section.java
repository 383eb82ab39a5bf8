package io.headroom.policy.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentProblem;
import io.headroom.document.MappingNode;
import io.headroom.policy.quantity.QuantityForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One mapping of a policy in which every key has a value, unless it may be left out.
 *
 * @param node the mapping
 * @param file the file that is read; other values come from the policy it extends
 */
record Section(MappingNode node, String file) {

  Section sub(String key) {
    return new Section(node.get(key).asMapping(), file);
  }

  boolean has(String key) {
    return node.find(key).isPresent();
  }

  <T> T read(String key, QuantityForm<T> form) {
    return node.get(key).asScalar().as(form.expected(), text -> form.read(key, text));
  }

  <T> Optional<T> find(String key, QuantityForm<T> form) {
    return node.read(key, form.expected(), text -> form.read(key, text));
  }

  boolean isTrue(String key) {
    return node.get(key).asScalar().truth();
  }

  int count(String key) {
    return node.get(key).asScalar().number().intValueExact();
  }

  String text(String key) {
    return node.text(key);
  }

  List<String> texts(String key) {
    return entries(key).stream().map(entry -> entry.asScalar().text()).toList();
  }

  List<DocumentNode> entries(String key) {
    return node.get(key).asList().entries();
  }

  /** Returns the constant named as the value of {@code key}, in lower case. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String expected =
        "one of "
            + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Section::idOf).toList());
    return node.read(key, expected, text -> constant(type, text)).orElseThrow();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> idOf(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text + " is not known"));
  }

  private static String idOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the failure that the values of several keys do not go together. It is laid at the first
   * of them that the file itself says, since the others are none of its doing.
   *
   * @param keys the keys; all have a value
   * @param expectedOf what is expected of the value of each key, in the same order
   */
  DocumentException clash(List<String> keys, List<String> expectedOf) {
    int index = 0;
    for (int i = keys.size() - 1; i >= 0; i--) {
      if (node.get(keys.get(i)).place().file().equals(file)) {
        index = i;
      }
    }
    return refuse(keys.get(index), expectedOf.get(index));
  }

  /** Returns the failure that the value of {@code key} is not as expected. */
  DocumentException refuse(String key, String expected) {
    return new DocumentException(node.get(key).unexpected(expected));
  }

  /** Returns the failure of this section as a whole; {@code message} follows its name. */
  DocumentException refuseAll(String message) {
    return new DocumentException(
        new DocumentProblem(node.place(), "Invalid " + node.place().subject() + ": " + message));
  }
}
