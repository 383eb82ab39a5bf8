package io.headroom.executor.guard;

import io.headroom.executor.machine.Sighting;
import io.headroom.executor.operation.Operation;
import java.time.Instant;
import java.util.Optional;

/**
 * How many machines of a group may be away at the same time. Members that are not healthy are away
 * already.
 *
 * @param atOnce most machines of a group that are changed at the same time
 * @param minAvailable machines of a group that must stay
 */
public record GroupBudget(GroupMembers members, int atOnce, int minAvailable) implements Guard {

  /** Returns how many operations of the group may be active, 0 or more. */
  public int left(String group) {
    int mayBeAway = Math.min(atOnce, members.size(group) - minAvailable);
    return Math.max(0, mayBeAway - members.unhealthy(group));
  }

  @Override
  public Optional<String> objection(Operation operation, Sighting seen, Instant now) {
    return operation
        .resize()
        .group()
        .filter(group -> left(group) < 1)
        .map(
            group ->
                "the group "
                    + group
                    + " can spare no machine now: "
                    + members.unhealthy(group)
                    + " of "
                    + members.size(group)
                    + " are not healthy");
  }
}
