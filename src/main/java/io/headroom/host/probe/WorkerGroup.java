package io.headroom.host.probe;

import io.headroom.executor.probe.WorkerUse;
import io.headroom.host.process.HostProcess;
import io.headroom.host.process.ProcessTable;
import io.headroom.model.unit.Mebibytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A main process and its workers.
 *
 * @param master the process that starts the others
 * @param workers its workers
 */
record WorkerGroup(HostProcess master, List<HostProcess> workers) {

  private static final Pattern APPLICATION = Pattern.compile("gunicorn|puma|php-fpm");

  private static final double HIGH = 0.95;
  private static final double LOW = 0.05;

  /**
   * Returns the web workers of a host: the group that holds the most memory, where there is more
   * than one.
   */
  static Optional<WorkerGroup> web(ProcessTable table) {
    return table.processes().stream()
        .filter(process -> isApplication(process) && !hasSameParent(table, process))
        .map(
            master ->
                new WorkerGroup(master, table.childrenOf(master.pid(), WorkerGroup::isApplication)))
        .filter(group -> !group.workers().isEmpty())
        .max(
            Comparator.comparingDouble((WorkerGroup group) -> group.resident().value())
                .thenComparing(group -> group.master().pid(), Comparator.reverseOrder()));
  }

  private static boolean isApplication(HostProcess process) {
    return APPLICATION.matcher(process.command()).find();
  }

  private static boolean hasSameParent(ProcessTable table, HostProcess process) {
    return table.find(process.parent()).filter(WorkerGroup::isApplication).isPresent();
  }

  private Mebibytes resident() {
    return new Mebibytes(workers.stream().mapToDouble(one -> one.rss().value()).sum());
  }

  /** Returns what the group uses. */
  WorkerUse use(Reading reading) {
    return new WorkerUse(
        workers.size(),
        option("--threads").orElse(1),
        footprint(workers.stream().map(HostProcess::pss).toList()),
        reading.busy(workers.stream().map(HostProcess::pid).toList()),
        address().map(reading::waiting).orElse(OptionalInt.empty()),
        option("--max-requests"));
  }

  /**
   * Returns percentiles by nearest rank of what workers hold; nothing if one of them may not be
   * read.
   */
  static Optional<WorkerUse.Footprint> footprint(List<Optional<Mebibytes>> sizes) {
    if (sizes.isEmpty() || sizes.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Mebibytes> sorted = new ArrayList<>(sizes.stream().flatMap(Optional::stream).toList());
    sorted.sort(Comparator.naturalOrder());
    Mebibytes total = sorted.stream().reduce(Mebibytes.NONE, Mebibytes::plus);
    return Optional.of(new WorkerUse.Footprint(total, ranked(sorted, HIGH), ranked(sorted, LOW)));
  }

  private static Mebibytes ranked(List<Mebibytes> sorted, double percentile) {
    return sorted.get(Math.max(0, (int) Math.ceil(percentile * sorted.size()) - 1));
  }

  private OptionalInt option(String name) {
    Matcher found =
        Pattern.compile(Pattern.quote(name) + "[ =]([0-9]{1,9})(?: |$)").matcher(master.command());
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }

  /** The address that gunicorn was told to listen on. */
  private Optional<String> address() {
    Matcher found = Pattern.compile("(?:-b|--bind)[ =](?:unix:)?(\\S+)").matcher(master.command());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
