package io.headroom.cli;

import io.headroom.executor.rehearsal.RehearsalSettings;
import io.headroom.executor.rehearsal.Rehearsals;
import io.headroom.executor.rehearsal.RehearsedResize;
import io.headroom.plan.PlanReader;
import io.headroom.plan.SavedPlan;
import io.headroom.report.resize.RehearsalText;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A plan tried in a cloud that is not real. */
@Command(
    name = "rehearse",
    description =
        "Plays a saved plan in a simulated cloud, with the executor that would carry it out, and"
            + " says how each resize ends and how long each machine is away.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples: headroom rehearse plan.json --faults 4 --seed 7",
      "          headroom rehearse plan.json --no-capacity m7i.large"
    })
final class RehearseCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Rehearsals rehearsals;

  @Parameters(paramLabel = "PLAN", description = "File of the plan, made by headroom plan --out.")
  private Path file = Path.of("");

  @Option(
      names = "--faults",
      paramLabel = "N",
      description = "How many calls of each resize go wrong, 0 to 8 (default: 0).")
  private int faults;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides which calls go wrong, and how (default: 1).")
  private long seed = 1;

  @Option(
      names = "--no-capacity",
      paramLabel = "TYPE",
      description = "A type of which the cloud has none for two hours; repeatable.")
  private List<String> scarce = List.of();

  @Option(
      names = "--unwell",
      paramLabel = "TYPE",
      description = "A type on which no application gets well; repeatable.")
  private List<String> unwell = List.of();

  RehearseCommand(Terminal terminal, Rehearsals rehearsals) {
    this.terminal = terminal;
    this.rehearsals = rehearsals;
  }

  @Override
  public Integer call() {
    if (faults < 0 || faults > 8) {
      throw new CommandFailure("Invalid --faults: " + faults + "; expected 0 to 8", ExitCode.USAGE);
    }
    SavedPlan saved = PlanReader.read(file);
    List<RehearsedResize> rehearsed =
        rehearsals.rehearse(
            saved.plan(),
            saved.hash(),
            new RehearsalSettings(faults, seed, new TreeSet<>(scarce), new TreeSet<>(unwell)));
    RehearsalText.of(rehearsed).forEach(terminal.out()::println);
    terminal.out().flush();
    boolean down = rehearsed.stream().anyMatch(one -> one.end() == RehearsedResize.End.DOWN);
    return down ? ExitCode.ERROR : ExitCode.OK;
  }
}
