package io.headroom.cloud.gce.compute;

import com.google.cloud.compute.v1.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an instance does, and when it was last stopped. Times carry an offset, often -08:00.
 */
final class GceStates {

  private GceStates() {}

  /**
   * Returns the state. A status that is not known is taken for a change, during which nothing is
   * concluded. Source: Compute Engine API, Instance.status.
   */
  static InstanceState state(Instance instance) {
    return switch (instance.getStatus()) {
      case "RUNNING" -> InstanceState.RUNNING;
      case "TERMINATED", "STOPPED" -> InstanceState.STOPPED;
      case "SUSPENDED" -> InstanceState.SUSPENDED;
      default -> InstanceState.CHANGING;
    };
  }

  /**
   * Returns the last stop that is known: until now if it still is stopped. Earlier stops leave no
   * trace in the API.
   */
  static List<TimeRange> stopped(Instance instance, Instant now) {
    Optional<Instant> stop = time(instance.getLastStopTimestamp());
    Optional<Instant> end =
        state(instance) == InstanceState.STOPPED
            ? Optional.of(now)
            : time(instance.getLastStartTimestamp());
    return stop.isPresent() && end.filter(stop.get()::isBefore).isPresent()
        ? List.of(new TimeRange(stop.get(), end.get()))
        : List.of();
  }

  /** Returns when it was made. */
  static Optional<Instant> launched(Instance instance) {
    return time(instance.getCreationTimestamp());
  }

  private static Optional<Instant> time(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      // a time that cannot be read is not known
      return Optional.empty();
    }
  }
}
