package io.headroom.cli;

import io.headroom.model.policy.ChangeWindows;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.unit.TimeRange;
import io.headroom.policy.file.LoadedPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** When machines may be changed. */
@Command(
    name = "windows",
    description = "Says when machines may be changed.",
    mixinStandardHelpOptions = true)
final class WindowsCommand {

  private static final Duration FAR = Duration.ofDays(366);

  private final Terminal terminal;
  private final InstantSource clock;

  WindowsCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Command(
      name = "next",
      description = "Lists the next change windows of each policy, in UTC.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom windows next --policy mine.yaml --count 3"})
  int next(
      @Mixin FleetOptions fleet,
      @Option(
              names = "--count",
              paramLabel = "N",
              defaultValue = "5",
              description = "How many windows of each policy (default: 5).")
          int count) {
    if (count < 1) {
      throw new CommandFailure(
          "Invalid --count: " + count + "; expected 1 or more", ExitCode.USAGE);
    }
    for (LoadedPolicy policy : fleet.policySet().policies()) {
      Optional<ChangeWindows> windows = policy.execution().windows();
      terminal
          .out()
          .println(
              policy.name() + (windows.isEmpty() ? ": machines may be changed at any time" : ":"));
      windows.ifPresent(some -> list(some, count));
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private void list(ChangeWindows windows, int count) {
    Instant now = clock.instant();
    List<NamedRange> found = windows.overlapping(new TimeRange(now, now.plus(FAR)));
    found.stream()
        .limit(count)
        .forEach(
            window ->
                terminal
                    .out()
                    .println(
                        "  "
                            + window.range().start()
                            + " to "
                            + window.range().end()
                            + "  "
                            + window.name()
                            + (window.range().contains(now) ? " (open now)" : "")));
    if (found.isEmpty()) {
      terminal.out().println("  none within a year");
    }
  }
}
