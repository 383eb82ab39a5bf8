package io.headroom.executor.probe;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Utilization;
import java.time.Duration;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a host is.
 *
 * @param cpus vCPUs as it sees them
 * @param memory its memory, less what the kernel keeps for itself
 * @param uptime how long it has been running
 * @param outOfMemoryKills processes the kernel ended for want of memory since it runs, if it counts
 * @param recentOutOfMemoryKills the same in the last days, also before the last start, if there is
 *     a journal
 * @param workerTimeouts workers that gunicorn ended for being silent in the last days, if there is
 *     a journal
 * @param pressure share of the last five minutes in which some work waited, by resource
 */
public record HostCondition(
    int cpus,
    Mebibytes memory,
    Duration uptime,
    OptionalInt outOfMemoryKills,
    OptionalInt recentOutOfMemoryKills,
    OptionalInt workerTimeouts,
    SortedMap<String, Utilization> pressure) {

  /** Copies the map. */
  public HostCondition {
    pressure = Collections.unmodifiableSortedMap(new TreeMap<>(pressure));
  }
}
