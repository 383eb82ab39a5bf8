package io.headroom.configuration;

import io.headroom.document.DocumentNode;
import io.headroom.document.ListNode;
import io.headroom.document.MappingNode;
import io.headroom.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that holds.
 *
 * @param name path of the key, such as {@code store.url} or {@code deliveries[0].name}
 * @param value the value as it would be written; of a secret, where it is
 * @param origin where it comes from: {@code headroom.yaml:12}, {@code HEADROOM_STORE_URL}, {@code
 *     command line}, {@code default}
 */
public record SetValue(String name, String value, String origin) {

  static List<SetValue> allOf(MappingNode root) {
    List<SetValue> values = new ArrayList<>();
    collect("", root, values);
    return List.copyOf(values);
  }

  private static void collect(String name, DocumentNode node, List<SetValue> values) {
    if (node instanceof MappingNode mapping) {
      mapping
          .entries()
          .forEach((key, value) -> collect(name.isEmpty() ? key : name + "." + key, value, values));
    } else if (node instanceof ListNode list && holdsMappings(list)) {
      for (int i = 0; i < list.entries().size(); i++) {
        collect(name + "[" + i + "]", list.entries().get(i), values);
      }
    } else if (node instanceof ListNode list) {
      values.add(
          new SetValue(
              name,
              list.entries().stream()
                  .map(entry -> entry.asScalar().text())
                  .collect(Collectors.joining(", ", "[", "]")),
              origin(node.place())));
    } else {
      values.add(new SetValue(name, shown(name, node.asScalar().text()), origin(node.place())));
    }
  }

  /** Users and passwords of addresses are left out, and of receivers all but the host. */
  private static String shown(String name, String text) {
    boolean isReceiver = name.startsWith("deliveries[") && name.endsWith(".url");
    String open = text.replaceAll("//[^/]*@", "//****@");
    return isReceiver ? open.replaceAll("(?<=[^/:])/.*", "/…") : open;
  }

  private static boolean holdsMappings(ListNode list) {
    return list.entries().stream().anyMatch(MappingNode.class::isInstance);
  }

  private static String origin(Place place) {
    return place.line() == 0 ? place.file() : place.file() + ":" + place.line();
  }
}
