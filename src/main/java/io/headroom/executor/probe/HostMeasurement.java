package io.headroom.executor.probe;

import io.headroom.model.machine.HostProfile;
import java.util.List;
import java.util.Optional;

/**
 * What was measured on a host at one moment.
 *
 * @param channel what led there, such as {@code ssh frappe@10.0.0.5}
 * @param names what the host calls itself, the most certain name first
 * @param profile the same as recordings keep it and the engine reads it
 * @param condition how the host is
 * @param web its web workers, if it has any
 * @param background its background workers, if it has any
 * @param queues the queues of its jobs, if they can be read
 */
public record HostMeasurement(
    String channel,
    List<String> names,
    HostProfile profile,
    HostCondition condition,
    Optional<WorkerUse> web,
    Optional<WorkerUse> background,
    List<QueueState> queues) {

  /** Copies the lists. */
  public HostMeasurement {
    names = List.copyOf(names);
    queues = List.copyOf(queues);
  }
}
