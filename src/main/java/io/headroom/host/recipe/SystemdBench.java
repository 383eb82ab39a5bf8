package io.headroom.host.recipe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.process.HostProcess;
import io.headroom.host.process.ProcessTable;
import io.headroom.host.service.Commands;
import io.headroom.host.service.SystemdUnit;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bench under systemd. Source of the names: frappe/bench, {@code config/templates/systemd}. The
 * units must be linked into systemd's folder once, as bench does with {@code --create-symlinks}.
 */
public record SystemdBench() implements BenchControl {

  @Override
  public HostAction setup() {
    return HostAction.BENCH_SETUP_SYSTEMD;
  }

  @Override
  public void noticeFiles(HostChannel channel) {
    Commands.run(channel, HostCommand.of(HostAction.UNITS_RELOAD));
  }

  private static SystemdUnit web(BenchLayout layout) {
    return new SystemdUnit(layout.name() + "-frappe-web.service");
  }

  @Override
  public OptionalInt webMaster(HostChannel channel, BenchLayout layout) {
    return web(layout).mainProcess(channel);
  }

  /** A worker forks for each job: a child of a worker is not another one. */
  @Override
  public int backgroundSets(HostChannel channel, BenchLayout layout) {
    Pattern worker =
        Pattern.compile(
            Pattern.quote(layout.directory() + "/env/bin/python")
                + ".* worker .*--queue[ =]?(\\S+).*");
    ProcessTable table = ProcessTable.read(channel);
    Set<Integer> workers =
        table.processes().stream()
            .filter(process -> worker.matcher(process.command()).matches())
            .map(HostProcess::pid)
            .collect(Collectors.toUnmodifiableSet());
    Map<String, Long> queues =
        table.processes().stream()
            .filter(process -> !workers.contains(process.parent()))
            .map(process -> worker.matcher(process.command()))
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .collect(Collectors.groupingBy(queue -> queue, Collectors.counting()));
    return queues.values().stream().mapToInt(Math::toIntExact).max().orElse(0);
  }

  @Override
  public void restartWeb(HostChannel channel, BenchLayout layout) {
    web(layout).restart(channel);
  }

  @Override
  public void restartBackground(HostChannel channel, BenchLayout layout) {
    new SystemdUnit(layout.name() + "-workers.target").restart(channel);
  }
}
