package io.headroom.host.recipe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.host.service.SupervisedProgram;
import io.headroom.host.service.Supervisor;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bench under supervisor. Source of the names: frappe/bench, {@code
 * config/templates/supervisor.conf}.
 */
public record SupervisedBench(Supervisor supervisor) implements BenchControl {

  @Override
  public HostAction setup() {
    return HostAction.BENCH_SETUP_SUPERVISOR;
  }

  @Override
  public void noticeFiles(HostChannel channel) {
    supervisor.reread(channel);
  }

  @Override
  public OptionalInt webMaster(HostChannel channel, BenchLayout layout) {
    return new SupervisedProgram(
            supervisor, layout.name() + "-web:" + layout.name() + "-frappe-web")
        .mainProcess(channel);
  }

  @Override
  public int backgroundSets(HostChannel channel, BenchLayout layout) {
    Pattern worker =
        Pattern.compile(
            Pattern.quote(layout.name() + "-workers:" + layout.name() + "-frappe-")
                + "(default|short|long)-worker(?:-[0-9]+)?");
    Map<String, Long> queues =
        supervisor.programs(channel).stream()
            .filter(program -> program.pid().isPresent())
            .map(program -> worker.matcher(program.name()))
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .collect(Collectors.groupingBy(queue -> queue, Collectors.counting()));
    return queues.values().stream().mapToInt(Math::toIntExact).max().orElse(0);
  }

  @Override
  public void restartWeb(HostChannel channel, BenchLayout layout) {
    supervisor.update(channel, layout.name() + "-web");
  }

  @Override
  public void restartBackground(HostChannel channel, BenchLayout layout) {
    supervisor.update(channel, layout.name() + "-workers");
  }
}
