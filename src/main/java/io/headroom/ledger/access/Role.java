package io.headroom.ledger.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each role may do what the ones before it may. */
public enum Role {
  /** Look at everything that is no secret. */
  VIEWER,
  /** Start runs, make plans, dismiss recommendations. */
  PLANNER,
  /** Approve plans that others made. */
  APPROVER,
  /** Carry out plans, cancel, pause and take back. */
  OPERATOR,
  /** Keep keys and policies. */
  ADMIN;

  /** Returns the name used in documents and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the role of that name, or nothing. */
  public static Optional<Role> ofId(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }

  /** Whether whoever has this role may do what {@code other} may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
