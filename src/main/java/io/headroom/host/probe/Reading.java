package io.headroom.host.probe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.executor.probe.HostCondition;
import io.headroom.host.service.Commands;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Utilization;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lines of the probe: a kind and its values, parted by tabs. Lines that are not understood are
 * left out: what they would have said is unknown.
 *
 * @param lines the lines, split
 */
record Reading(List<List<String>> lines) {

  private static final double KIB_PER_MIB = 1024;

  /** Reads a host; counts failures of the last {@code days}. */
  static Reading of(HostChannel channel, int days) {
    return new Reading(
        Commands.run(channel, HostCommand.of(HostAction.PROBE, Integer.toString(days)))
            .lines()
            .map(line -> List.of(line.split("\t", -1)))
            .toList());
  }

  HostCondition condition() {
    return new HostCondition(
        number("cpus").orElse(0),
        new Mebibytes(number("memory_kib").orElse(0) / KIB_PER_MIB),
        Duration.ofSeconds(number("uptime_seconds").orElse(0)),
        number("oom_kills_since_boot"),
        number("oom_kills"),
        number("worker_timeouts"),
        pressure());
  }

  private OptionalInt number(String kind) {
    return lines.stream()
        .filter(line -> line.size() == 2 && line.get(0).equals(kind))
        .map(line -> line.get(1))
        .filter(value -> value.matches("[0-9]{1,9}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  private SortedMap<String, Utilization> pressure() {
    SortedMap<String, Utilization> found = new TreeMap<>();
    lines.stream()
        .filter(line -> line.size() == 4 && line.get(0).equals("pressure"))
        .filter(line -> line.get(2).equals("some") && line.get(3).matches("[0-9.]{1,8}"))
        .forEach(
            line -> found.put(line.get(1), Utilization.ofPercent(Double.parseDouble(line.get(3)))));
    return Collections.unmodifiableSortedMap(found);
  }

  /**
   * Returns how many of those processes hold a connection on a port that is listened on: a request
   * they work on; nothing if connections cannot be seen.
   */
  OptionalInt busy(Collection<Integer> pids) {
    Set<String> ports =
        lines.stream()
            .filter(line -> line.size() == 2 && line.get(0).equals("listening"))
            .map(line -> line.get(1))
            .collect(Collectors.toUnmodifiableSet());
    if (ports.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        (int)
            lines.stream()
                .filter(line -> line.size() == 3 && line.get(0).equals("connection"))
                .filter(line -> ports.contains(line.get(1)))
                .map(line -> line.get(2))
                .filter(pid -> pids.stream().anyMatch(one -> one.toString().equals(pid)))
                .distinct()
                .count());
  }

  /** Returns how many connections wait at the address; nothing if that cannot be seen. */
  OptionalInt waiting(String address) {
    if (lines.stream().noneMatch(line -> line.get(0).equals("listening"))) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        lines.stream()
            .filter(line -> line.size() == 3 && line.get(0).equals("waiting"))
            .filter(line -> line.get(1).equals(address))
            .filter(line -> line.get(2).matches("[0-9]{1,9}"))
            .mapToInt(line -> Integer.parseInt(line.get(2)))
            .sum());
  }
}
