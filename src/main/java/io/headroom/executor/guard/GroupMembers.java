package io.headroom.executor.guard;

/** Knows the machines that stand in for each other. */
public interface GroupMembers {

  /**
   * Returns how many machines of a group are not healthy now, whoever made them so; a machine that
   * is being changed is not counted.
   */
  int unhealthy(String group);

  /** Returns how many machines a group has. */
  int size(String group);
}
