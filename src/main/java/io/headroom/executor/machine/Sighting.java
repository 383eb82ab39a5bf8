package io.headroom.executor.machine;

import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine as one look at the cloud showed it. It may be out of date by the time it arrives: what
 * must be true is looked for again.
 *
 * @param type name of its instance type
 * @param run when it was started and stopped, by the cloud's clock
 * @param checks what the cloud's own checks say
 * @param tags EC2 tags or GCE labels
 * @param ties what forbids a resize, whatever a policy says
 */
public record Sighting(
    PowerState power,
    String type,
    Run run,
    StatusChecks checks,
    SortedMap<String, String> tags,
    Ties ties) {

  /** Copies the tags. */
  public Sighting {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /**
   * The last start and the last stop, by the cloud's clock. Two sightings with the same start are
   * of the same run.
   *
   * @param started when it was last started
   * @param stopped when it was last stopped; absent if never or if the cloud does not say
   * @param cause why it stopped
   */
  public record Run(Instant started, Optional<Instant> stopped, StopCause cause) {}

  /**
   * What ties a machine to something that a resize would break.
   *
   * @param manager what else owns its size
   * @param lifecycle how it is bought
   * @param storage whether a stop loses data
   */
  public record Ties(Optional<Manager> manager, Lifecycle lifecycle, Storage storage) {

    /** Nothing ties it. */
    public static final Ties NONE =
        new Ties(Optional.empty(), Lifecycle.ON_DEMAND, Storage.SURVIVES_A_STOP);
  }

  /** Whether a stop loses data. */
  public enum Storage {
    /** All disks keep their content. */
    SURVIVES_A_STOP,
    /** A disk of the host loses its content (instance store, local SSD). */
    LOST_AT_A_STOP
  }

  /** Returns the mark that an operation left on it, if there is one. */
  public Optional<Breadcrumb> breadcrumb() {
    return Breadcrumb.read(tags);
  }
}
