package io.headroom.recording.inventory;

import io.headroom.model.machine.Instance;
import io.headroom.recording.problem.ProblemLog;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an inventory file says.
 *
 * @param recordedUntil end of the time that was recorded
 * @param instances the machines, by id
 * @param leftOut ids of machines that could not be used
 * @param problems why they could not
 * @param notices what else a reader should know: properties that are not known
 */
public record Inventory(
    Instant recordedUntil,
    List<Instance> instances,
    Set<String> leftOut,
    ProblemLog problems,
    List<String> notices) {

  /** Name of the file. */
  public static final String FILE = "inventory.json";

  static final String API_VERSION = "headroom/v1";
  static final String KIND = "Inventory";

  /** Copies the collections. */
  public Inventory {
    instances = List.copyOf(instances);
    leftOut = Set.copyOf(leftOut);
    notices = List.copyOf(notices);
  }
}
