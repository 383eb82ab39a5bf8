package io.headroom.terraform.proposal;

import io.headroom.terraform.variables.Size;
import io.headroom.terraform.variables.SizedInstance;
import java.util.Optional;

/**
 * What changes in the variables for one key.
 *
 * @param before what they said; absent if they said nothing
 * @param after what they say; absent if they say nothing any more
 * @param now what the machine is; absent if it was not recorded
 */
public record EntryChange(
    String key, Optional<SizedInstance> before, Optional<SizedInstance> after, Optional<Size> now) {

  /** What kind of change it is. */
  public enum Kind {
    /** A machine the variables said nothing of. */
    ADDED,
    /** Another size. */
    CHANGED,
    /** The machine is taken out. */
    REMOVED
  }

  /** Returns the kind. */
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }
}
