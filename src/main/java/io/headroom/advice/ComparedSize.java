package io.headroom.advice;

import io.headroom.engine.SizeTrial;
import java.util.List;

/**
 * A size with what it would have meant.
 *
 * @param roles why it is compared, in their order; several if they meet in one type
 */
public record ComparedSize(List<SizeRole> roles, SizeTrial trial) {

  /** Sorts the roles. */
  public ComparedSize {
    roles = roles.stream().distinct().sorted().toList();
  }

  /** Returns the name of the type. */
  public String instanceType() {
    return trial.type().name();
  }

  /** Whether it is compared for that reason. */
  public boolean is(SizeRole role) {
    return roles.contains(role);
  }
}
