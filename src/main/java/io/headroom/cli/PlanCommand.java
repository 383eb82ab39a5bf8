package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.FleetRun;
import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import io.headroom.executor.plan.Planner;
import io.headroom.executor.plan.Proposal;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.ResizePlan;
import io.headroom.plan.PlanDocument;
import io.headroom.recording.RecordingReader;
import io.headroom.report.resize.PlanText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What would be done to the machines of a recording. */
@Command(
    name = "plan",
    description =
        "Turns the recommendations for a recording into a plan: what would be changed, in which"
            + " order, what is held back and why. Nothing is changed.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom plan --recording fleet --out plan.json"})
final class PlanCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private final FleetOptions fleet = new FleetOptions();

  @Option(names = "--out", paramLabel = "FILE", description = "Saves the plan, as JSON.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--valid",
      paramLabel = "LENGTH",
      converter = LengthConverter.class,
      description = "How long the plan may be applied, such as 12h (default: 1d).")
  private Duration valid = Duration.ofDays(1);

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who asks for it (default: the user of this terminal).")
  private Optional<String> by = Optional.empty();

  @Option(names = "--detailed-exitcode", description = "Exits with 2 if the plan changes anything.")
  private boolean detailedExitCode;

  PlanCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    out.ifPresent(WholeFile::check);
    RecordingReader reader = fleet.reader();
    Adviser adviser = fleet.adviser(reader);
    List<Proposal> proposals = new ArrayList<>();
    RunSummary summary =
        new FleetRun(reader, adviser, Runtime.getRuntime().availableProcessors())
            .judge(judged -> proposal(judged).ifPresent(proposals::add));
    ResizePlan plan =
        new Planner(valid)
            .plan(
                proposals,
                reader.recording().instances().size(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                by.orElseGet(this::user));
    show(plan);
    summary.problems().forEach(problem -> terminal.say("problem: " + problem.message()));
    if (!summary.problems().isEmpty()) {
      return ExitCode.PARTIAL;
    }
    return detailedExitCode && !plan.resizes().isEmpty() ? ExitCode.CHANGES : ExitCode.OK;
  }

  private static Optional<Proposal> proposal(Judged judged) {
    return judged
        .grounds()
        .filter(grounds -> judged.verdict().recommended().isPresent())
        .map(grounds -> new Proposal(judged.verdict(), grounds.execution()));
  }

  private void show(ResizePlan plan) {
    PlanHash hash = PlanDocument.hashOf(plan);
    PlanText.of(plan, hash).forEach(terminal.out()::println);
    terminal.out().flush();
    if (out.isPresent()) {
      WholeFile.write(out.get(), writer -> PlanDocument.write(plan, writer));
      terminal.say("wrote " + out.get());
      terminal.say("next: headroom rehearse " + out.get());
    }
  }

  private String user() {
    return terminal.environment().getOrDefault("USER", "unknown");
  }
}
