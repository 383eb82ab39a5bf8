package io.headroom.host.probe;

import io.headroom.executor.probe.WorkerUse;
import io.headroom.host.process.HostProcess;
import io.headroom.host.process.ProcessTable;
import io.headroom.model.unit.Mebibytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workers that take jobs from queues, by queue. A worker forks for each job; what the fork
 * holds is the worker's.
 *
 * @param byQueue what each worker holds, by the queues it takes from
 * @param working how many have a job
 */
record QueueWorkers(SortedMap<String, List<Optional<Mebibytes>>> byQueue, int working) {

  private static final Pattern WORKER =
      Pattern.compile(
          "(?:bench_helper frappe worker|bench worker|rq worker|rqworker)\\b"
              + "(?:.*--queue[ =]?(?<queue>\\S+))?.*");

  static QueueWorkers of(ProcessTable table) {
    SortedMap<String, List<Optional<Mebibytes>>> found = new TreeMap<>();
    int working = 0;
    for (HostProcess process : table.processes()) {
      Optional<String> queue = queue(process);
      if (queue.isPresent()
          && table.find(process.parent()).flatMap(QueueWorkers::queue).isEmpty()) {
        List<HostProcess> forks = table.childrenOf(process.pid(), one -> queue(one).isPresent());
        working += forks.isEmpty() ? 0 : 1;
        found.computeIfAbsent(queue.get(), key -> new ArrayList<>()).add(held(process, forks));
      }
    }
    return new QueueWorkers(found, working);
  }

  private static Optional<String> queue(HostProcess process) {
    Matcher worker = WORKER.matcher(process.command());
    return worker.find()
        ? Optional.of(Optional.ofNullable(worker.group("queue")).orElse(""))
        : Optional.empty();
  }

  private static Optional<Mebibytes> held(HostProcess worker, List<HostProcess> forks) {
    Optional<Mebibytes> sum = worker.pss();
    for (HostProcess fork : forks) {
      sum = sum.flatMap(size -> fork.pss().map(size::plus));
    }
    return sum;
  }

  /**
   * Returns what a set of workers uses, one worker of each queue; nothing if there are none. The
   * count is that of the queue with the most.
   */
  Optional<WorkerUse> use() {
    if (byQueue.isEmpty()) {
      return Optional.empty();
    }
    int sets = byQueue.values().stream().mapToInt(List::size).max().orElse(0);
    Optional<WorkerUse.Footprint> sum =
        Optional.of(new WorkerUse.Footprint(Mebibytes.NONE, Mebibytes.NONE, Mebibytes.NONE));
    for (List<Optional<Mebibytes>> sizes : byQueue.values()) {
      sum =
          sum.flatMap(
              before ->
                  WorkerGroup.footprint(sizes)
                      .map(
                          one ->
                              new WorkerUse.Footprint(
                                  before.total().plus(one.total()),
                                  before.high().plus(one.high()),
                                  before.low().plus(one.low()))));
    }
    return Optional.of(
        new WorkerUse(
            sets, 1, sum, OptionalInt.of(working), OptionalInt.empty(), OptionalInt.empty()));
  }
}
