package io.headroom.collector;

import io.headroom.model.machine.Instance;
import java.util.List;

/** Knows how machines without a memory metric come by one. Makes no call. */
public interface AgentSetup {

  /**
   * Returns what to do, for groups of machines that take the same commands; each machine is in one
   * group. Groups are in the order of their titles, machines in the order given.
   */
  List<Group> groups(Scope scope, List<Instance> machines);

  /**
   * Machines that take the same commands.
   *
   * @param title what they are, such as {@code Linux}
   * @param machines the machines, one or more
   * @param commands lines for a POSIX shell, in order; a line that begins with {@code #} says
   *     something to people
   */
  record Group(String title, List<Instance> machines, List<String> commands) {

    /** Copies the lists. */
    public Group {
      machines = List.copyOf(machines);
      commands = List.copyOf(commands);
    }
  }
}
