package io.headroom.host.probe;

import io.headroom.host.process.HostProcess;
import io.headroom.host.process.ProcessTable;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The services that share a host with its workers. */
final class Services {

  private static final Map<String, Pattern> SIGNS =
      Map.of(
          "mariadb", Pattern.compile("^\\S*(?:mariadbd|mysqld)\\b"),
          "redis", Pattern.compile("^\\S*redis-server\\b"),
          "postgres", Pattern.compile("^(?:\\S*/)?postgres\\b"),
          "nginx", Pattern.compile("^(?:nginx:|\\S*/nginx\\b)"));

  private Services() {}

  /** Returns their names. */
  static SortedSet<String> of(ProcessTable table) {
    SortedSet<String> found = new TreeSet<>();
    for (HostProcess process : table.processes()) {
      SIGNS.forEach(
          (name, sign) -> {
            if (sign.matcher(process.command()).find()) {
              found.add(name);
            }
          });
    }
    return found;
  }
}
