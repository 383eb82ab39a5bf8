package io.headroom.ledger.machine;

import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.TypeChange;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The machines, each with the history of its types. A machine is known by its provider's id. */
public interface Instances {

  /**
   * Keeps machines as they are now. One that was gone is there again. All or none are kept.
   *
   * @param seen when they were found
   */
  void keep(Collection<Instance> found, Instant seen);

  /**
   * Notes that machines are not there any more; what was observed of them stays. Ids that are not
   * known are passed over, and so are machines that are gone already.
   */
  void leave(Collection<String> ids, Instant noticed);

  /**
   * Adds a change of type that was made by Headroom: from its time on the machine has that type.
   *
   * @throws io.headroom.ledger.problem.UnknownEntryException if there is no such machine
   * @throws io.headroom.ledger.problem.RefusedChangeException if a later change is known
   */
  void changedType(String id, TypeChange change);

  /** Returns a machine, one that is gone too; nothing if it is not known. */
  Optional<KnownInstance> find(String id);

  /** Returns machines by id. */
  Page<KnownInstance> list(InstanceFilter filter, PageRequest page);

  /** Returns how many machines there are that the filter means. */
  long count(InstanceFilter filter);
}
