package io.headroom.executor.machine;

import io.headroom.model.resize.MachineRef;
import java.util.Collection;
import java.util.List;

/**
 * Changes machines of one cloud. Every call returns or fails within a third of a lease. An adapter
 * makes the retries that its SDK makes and no others.
 *
 * <p>All methods throw {@link io.headroom.model.cloud.CloudException}. Its kind decides what is
 * done next: {@code TIMED_OUT} and {@code UNAVAILABLE} mean that nobody knows whether the call had
 * an effect; {@code CONFLICT} that the machine is in another state, or that a change made just now
 * is not visible yet; {@code CAPACITY_UNAVAILABLE} and {@code QUOTA_EXCEEDED} that the cloud has no
 * machine of the type; {@code INVALID_REQUEST} that the machine cannot have the type; {@code
 * NOT_FOUND} that it is not visible, which is no proof that it is gone.
 */
public interface MachineControl {

  /** Returns the machine as the cloud shows it now, which may lag behind by seconds. */
  Sighting look(MachineRef machine);

  /**
   * Returns why the machine cannot become one of {@code types}, as far as the cloud tells without
   * changing anything: permissions by dry run, offered in the zone, quota. An empty list: nothing
   * known. The order is that of the types.
   */
  List<String> objections(MachineRef machine, Collection<String> types);

  /** Tells a running machine to stop. A machine that is not running is left alone, and says so. */
  StopAnswer stop(MachineRef machine, CallKey key);

  /** Gives a stopped machine another type. Giving it the type it has does nothing. */
  void changeType(MachineRef machine, String type, CallKey key);

  /** Tells a stopped machine to start. A machine that runs or starts is left alone. */
  void start(MachineRef machine, CallKey key);

  /** Puts the mark on the machine, over an older one. */
  void mark(MachineRef machine, Breadcrumb breadcrumb, CallKey key);

  /** Takes the mark from the machine. A machine without one is left alone. */
  void unmark(MachineRef machine, CallKey key);
}
