package io.headroom.model.machine;

import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine: who and where it is, what it is now, and what is known of its past and its inside.
 * Optional facts that are absent are unknown, never "no".
 *
 * @param id the provider's id, unique in its account
 * @param name the name people gave it; may be empty, and may hold any character
 * @param tags EC2 tags or GCE labels
 * @param stopped when it is known to have been stopped, in the order of time
 * @param samplingPeriod how often the source behind the CPU series samples: 300 s for EC2 basic
 *     monitoring, 60 s for detailed monitoring and for GCE
 * @param memoryMeasure what its memory metric counts
 */
public record Instance(
    String id,
    String name,
    Placement placement,
    SortedMap<String, String> tags,
    TypeHistory type,
    InstanceState state,
    List<TimeRange> stopped,
    Optional<Instant> launched,
    Optional<Lifecycle> lifecycle,
    Optional<CreditMode> creditMode,
    Optional<Platform> platform,
    Optional<Manager> manager,
    Optional<Duration> samplingPeriod,
    Optional<MemoryMeasure> memoryMeasure,
    HardwareFacts hardware,
    HostProfile host) {

  /**
   * Copies the collections and sorts the stopped times.
   *
   * @throws IllegalArgumentException if the id is empty or stopped times overlap
   */
  public Instance {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Invalid instance id: it is empty");
    }
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    stopped = stopped.stream().sorted(Comparator.comparing(TimeRange::start)).toList();
    for (int i = 1; i < stopped.size(); i++) {
      if (stopped.get(i).start().isBefore(stopped.get(i - 1).end())) {
        throw new IllegalArgumentException(
            "Invalid stopped times of " + id + ": they overlap at " + stopped.get(i).start());
      }
    }
  }

  /** Starts a machine of which nothing more than this is known; it is running. */
  public static InstanceBuilder builder(String id, Placement placement, TypeHistory type) {
    return new InstanceBuilder(id, placement, type);
  }

  /** Starts a machine of which all of this is known, and something else or more. */
  public InstanceBuilder toBuilder() {
    return InstanceBuilder.of(this);
  }

  /** Returns what to call it: the name people gave it, else its id. */
  public String label() {
    return name.isBlank() ? id : name;
  }

  /** Returns the provider. */
  public Provider provider() {
    return placement.provider();
  }
}
