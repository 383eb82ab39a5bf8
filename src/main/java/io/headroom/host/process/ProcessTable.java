package io.headroom.host.process;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.model.unit.Mebibytes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The processes of a host that can be workers, at one moment.
 *
 * @param processes in the order of their numbers
 */
public record ProcessTable(List<HostProcess> processes) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIELDS = 7;
  private static final double KIB_PER_MIB = 1024;

  /** Sorts the processes. */
  public ProcessTable {
    processes = processes.stream().sorted(Comparator.comparingInt(HostProcess::pid)).toList();
  }

  /**
   * Reads the processes of a host.
   *
   * @throws ChannelException as {@link HostChannel#run} does, and of kind {@code UNEXPECTED} if the
   *     answer is no list of processes
   */
  public static ProcessTable read(HostChannel channel) {
    CommandResult result = channel.run(HostCommand.of(HostAction.PROCESSES), PATIENCE);
    try {
      return new ProcessTable(
          result
              .lines()
              .filter(line -> line.startsWith("process\t"))
              .map(ProcessTable::process)
              .toList());
    } catch (IllegalArgumentException e) {
      throw new ChannelException(
          ChannelFailure.UNEXPECTED,
          "Cannot read the processes over " + channel.name() + ": " + e.getMessage(),
          e);
    }
  }

  private static HostProcess process(String line) {
    List<String> fields = List.of(line.split("\t", FIELDS));
    if (fields.size() < FIELDS) {
      throw new IllegalArgumentException("a line of " + fields.size() + " fields");
    }
    return new HostProcess(
        Integer.parseInt(fields.get(1)),
        Integer.parseInt(fields.get(2)),
        Integer.parseInt(fields.get(3)),
        fields.get(4).equals("-") ? Optional.empty() : Optional.of(kibibytes(fields.get(4))),
        kibibytes(fields.get(5)),
        fields.get(6).strip());
  }

  private static Mebibytes kibibytes(String text) {
    return new Mebibytes(Double.parseDouble(text) / KIB_PER_MIB);
  }

  /** Returns the processes that {@code parent} started and that {@code what} holds of. */
  public List<HostProcess> childrenOf(int parent, Predicate<HostProcess> what) {
    return processes.stream().filter(process -> process.parent() == parent).filter(what).toList();
  }

  /** Returns the process of that number, if it can be a worker. */
  public Optional<HostProcess> find(int pid) {
    return processes.stream().filter(process -> process.pid() == pid).findFirst();
  }
}
