package io.headroom.cli;

import io.headroom.advice.Problem;
import io.headroom.advice.backtest.Backtest;
import io.headroom.advice.backtest.BacktestPlan;
import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.BacktestRun;
import io.headroom.advice.backtest.MachineTrial;
import io.headroom.catalog.Catalogs;
import io.headroom.model.machine.Instance;
import io.headroom.report.PlainText;
import io.headroom.report.backtest.BacktestFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Policies tried on the past. */
@Command(
    name = "backtest",
    description =
        "Tries policies on the past: each recommends from the first part of what was recorded and"
            + " is judged on the rest.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: headroom backtest --recording fleet --train 14d --test 7d --rolling",
      "Example: headroom backtest --recording fleet --instance i-0a1b2c3d4e5f60718",
      "docs/backtest.md says how to read the results."
    })
final class BacktestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final BacktestSource source = new BacktestSource();
  @Mixin private final BacktestOptions options = new BacktestOptions();
  @Mixin private final BacktestOutput output = new BacktestOutput();

  @Option(
      names = "--instance",
      paramLabel = "ID",
      description = "Shows one machine, by its id, or its name if only one has it.")
  private Optional<String> instance = Optional.empty();

  BacktestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    output.check();
    BacktestPlan plan = options.plan(terminal);
    Catalogs catalogs = source.catalogs();
    try (BacktestSource.Opened opened = source.open(catalogs)) {
      Backtest backtest = new Backtest(plan, catalogs);
      return instance.isPresent()
          ? machine(opened, plan, backtest, instance.get())
          : fleet(opened, plan, backtest);
    }
  }

  private int fleet(BacktestSource.Opened opened, BacktestPlan plan, Backtest backtest)
      throws InterruptedException {
    BacktestResult result;
    int machines = opened.reader().recording().instances().size();
    try (FleetProgress progress = FleetProgress.on(terminal, machines)) {
      result =
          new BacktestRun(
                  opened.reader(), plan, backtest, Runtime.getRuntime().availableProcessors())
              .fleet(progress::step)
              .with(opened.problems());
    }
    if (result.machines() == 0) {
      throw CommandFailure.cannot(nobody(opened, result));
    }
    output.write(terminal, (format, out) -> format.write(result, out));
    if (output.format() != BacktestFormat.JSON && output.format() != BacktestFormat.YAML) {
      for (Problem problem : result.problems()) {
        terminal.say("problem: " + PlainText.forTerminal(problem.message()));
      }
    }
    return result.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }

  private static String nobody(BacktestSource.Opened opened, BacktestResult result) {
    String why =
        result.leftOut().entrySet().stream()
            .map(entry -> entry.getValue().size() + " " + entry.getKey().words())
            .collect(Collectors.joining(", "));
    return "Cannot backtest "
        + opened.name()
        + ": no machine can be tried"
        + (why.isEmpty() ? "" : " (" + why + ")")
        + "; give a longer record, or a shorter --train and --test";
  }

  private int machine(
      BacktestSource.Opened opened, BacktestPlan plan, Backtest backtest, String wanted)
      throws InterruptedException {
    if (output.has(BacktestFormat.SVG)) {
      throw new CommandFailure(
          "Invalid format: svg draws a fleet; expected another one with --instance",
          ExitCode.USAGE);
    }
    Instance chosen = MachineChoice.of(opened.reader().recording().instances(), wanted);
    MachineTrial trial =
        new BacktestRun(opened.reader(), plan, backtest, 1).machine(chosen.id()).orElseThrow();
    if (trial.leftOut().isPresent()) {
      throw CommandFailure.cannot(
          "Cannot backtest "
              + PlainText.forTerminal(chosen.id())
              + ": "
              + trial.leftOut().get().words()
              + "; give a longer record, or a shorter --train and --test");
    }
    output.write(terminal, (format, out) -> format.write(plan, trial, out));
    return ExitCode.OK;
  }
}
