package io.headroom.cloud.prometheus;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes conditions on series, in braces. Source: Prometheus, "Querying basics". */
final class Selector {

  private Selector() {}

  /** Returns the conditions for all series that have the label. */
  static String all(PrometheusServer server, MachineLabel join) {
    return braces(server, join.label() + "!=\"\"");
  }

  /** Returns the conditions for series whose label has one of these values. */
  static String of(PrometheusServer server, MachineLabel join, Collection<String> values) {
    String any = values.stream().map(Selector::literal).collect(Collectors.joining("|"));
    return braces(server, join.label() + "=~" + text(any));
  }

  private static String braces(PrometheusServer server, String condition) {
    return "{" + condition + (server.selector().isBlank() ? "" : "," + server.selector()) + "}";
  }

  /** Takes the meaning from characters that have one in a regular expression. */
  private static String literal(String value) {
    return value.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
  }

  private static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
