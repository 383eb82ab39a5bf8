package io.headroom.cli;

import io.headroom.executor.probe.HostCondition;
import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.QueueState;
import io.headroom.executor.probe.WorkerUse;
import io.headroom.model.machine.MemoryPool;
import io.headroom.report.PlainText;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What was measured on a host, for people: a name and a value a line. */
final class MeasurementText {

  private static final String UNKNOWN = "not known";

  private final StringBuilder text = new StringBuilder();

  private MeasurementText() {}

  /** Returns the lines, ending with a newline. */
  static String of(HostMeasurement measured) {
    MeasurementText lines = new MeasurementText();
    lines.line("host", String.join(", ", measured.names()) + " by " + measured.channel());
    lines.condition(measured.condition());
    measured.profile().recipe().ifPresent(recipe -> lines.line("recipe", recipe));
    lines.line("web workers", measured.web().map(MeasurementText::use).orElse("none found"));
    measured.background().ifPresent(use -> lines.line("background", use(use)));
    if (!measured.profile().services().isEmpty()) {
      lines.line("services", String.join(", ", measured.profile().services()));
    }
    measured.profile().pools().forEach(pool -> lines.line(pool.service(), pool(pool)));
    measured.queues().forEach(queue -> lines.line("queue", queue(queue)));
    return lines.text.toString();
  }

  private void condition(HostCondition condition) {
    line(
        "machine",
        condition.cpus()
            + " vCPU, "
            + condition.memory()
            + ", up "
            + condition.uptime().toDays()
            + " d "
            + condition.uptime().toHoursPart()
            + " h");
    if (!condition.pressure().isEmpty()) {
      line(
          "pressure",
          condition.pressure().entrySet().stream()
                  .map(entry -> entry.getKey() + " " + entry.getValue())
                  .collect(Collectors.joining(", "))
              + " of the last 5 minutes");
    }
    line(
        "failures",
        "out-of-memory kills "
            + orUnknown(condition.outOfMemoryKills())
            + " since boot, "
            + orUnknown(condition.recentOutOfMemoryKills())
            + " in 7 days; worker timeouts "
            + orUnknown(condition.workerTimeouts())
            + " in 7 days");
  }

  private static String use(WorkerUse use) {
    StringBuilder words = new StringBuilder().append(use.count());
    if (use.threads() > 1) {
      words.append(" of ").append(use.threads()).append(" threads");
    }
    words.append(
        use.memory()
            .map(
                memory ->
                    ", "
                        + memory.total()
                        + " in all, each "
                        + memory.low()
                        + " to "
                        + memory.high()
                        + " (shared pages counted once)")
            .orElse(", memory not readable: root reads it"));
    use.busy().ifPresent(busy -> words.append(", busy now ").append(busy));
    use.waiting().ifPresent(waiting -> words.append(", waiting ").append(waiting));
    use.maxRequests().ifPresent(most -> words.append(", replaced after ").append(most));
    return words.toString();
  }

  private static String pool(MemoryPool pool) {
    return pool.configured()
        + " reserved, "
        + pool.used().map(used -> used + " used").orElse("use not known");
  }

  private static String queue(QueueState queue) {
    return queue.name()
        + ": "
        + queue.length()
        + queue.oldest().map(since -> " jobs, the oldest since " + since).orElse(" jobs");
  }

  private static String orUnknown(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : UNKNOWN;
  }

  private void line(String name, String value) {
    text.append(name).append(" ".repeat(Math.max(1, 13 - name.length())));
    text.append(PlainText.forTerminal(value)).append('\n');
  }
}
