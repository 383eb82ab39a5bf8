package io.headroom.http.access;

import io.headroom.ledger.access.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names of the roles, for the endpoints. Each role may do what the ones before it may. */
public final class Roles {

  /** Looks at everything that is no secret. */
  public static final String VIEWER = "viewer";

  /** Starts runs, makes plans, dismisses recommendations. */
  public static final String PLANNER = "planner";

  /** Approves plans of others. */
  public static final String APPROVER = "approver";

  /** Carries out plans. */
  public static final String OPERATOR = "operator";

  /** Keeps keys and policies. */
  public static final String ADMIN = "admin";

  private Roles() {}

  /** Returns the role with all that it includes. */
  public static Set<String> including(Role role) {
    return Arrays.stream(Role.values())
        .filter(role::includes)
        .map(Role::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
