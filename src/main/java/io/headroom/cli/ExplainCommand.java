package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.advice.Problem;
import io.headroom.engine.replay.DayDemand;
import io.headroom.ledger.LedgerOpener;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.DemandSparklines;
import io.headroom.report.Explanation;
import io.headroom.report.PlainText;
import io.headroom.report.SingleVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One verdict with all of its evidence. */
@Command(
    name = "explain",
    description = "Shows one verdict with all of its evidence: every sample, number and refusal.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom explain --recording fleet i-0a1b2c3d4e5f60718"})
final class ExplainCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final LedgerOpener ledgers;

  @Mixin private final FleetOptions fleet = new FleetOptions();

  @Parameters(paramLabel = "ID", description = "Id of the machine, or its name if only one has it.")
  private String machine = "";

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table, json or yaml (default: ${DEFAULT-VALUE}).")
  private String output = "";

  ExplainCommand(Terminal terminal, LedgerOpener ledgers) {
    this.terminal = terminal;
    this.ledgers = ledgers;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    try (OpenFleet open = fleet.open(terminal, ledgers)) {
      return explain(open.fleet());
    }
  }

  private int explain(Fleet machines) throws InterruptedException, IOException {
    Instance instance = MachineChoice.of(machines.instances(), machine);
    Adviser adviser = fleet.adviser(machines);
    List<Judged> found = new ArrayList<>();
    List<Problem> problems =
        machines
            .narrowedTo(instance.id())
            .forEach(
                1,
                read ->
                    read.instance().id().equals(instance.id())
                        ? Optional.of(judged(adviser, read))
                        : Optional.<Judged>empty(),
                judged -> judged.ifPresent(found::add));
    Verdict verdict = found.get(0).verdict();
    switch (output.toLowerCase(Locale.ROOT)) {
      case "table" -> {
        terminal.out().print(Explanation.of(verdict, adviser.policyReason(instance)));
        terminal.out().print(DemandSparklines.of(found.get(0).days()));
      }
      case "json" -> SingleVerdict.json(verdict, terminal.out());
      case "yaml" -> SingleVerdict.yaml(verdict, terminal.out());
      default ->
          throw new CommandFailure(
              "Invalid output: " + output + "; expected table, json or yaml", ExitCode.USAGE);
    }
    terminal.out().flush();
    return tellProblems(instance, problems, adviser);
  }

  /**
   * A verdict with the demand it was made from.
   *
   * @param days the demand by day, for a terminal that shows pictures; else none
   */
  private record Judged(Verdict verdict, List<DayDemand> days) {}

  private Judged judged(Adviser adviser, Observation machine) {
    return new Judged(
        adviser.verdict(machine), terminal.hasPictures() ? adviser.days(machine) : List.of());
  }

  private int tellProblems(Instance instance, List<Problem> problems, Adviser adviser) {
    List<String> messages = new ArrayList<>();
    problems.stream()
        .filter(problem -> problem.subject().equals(instance.id()))
        .forEach(problem -> messages.add(problem.message()));
    adviser.problems().forEach(problem -> messages.add(problem.message()));
    messages.forEach(message -> terminal.say("problem: " + PlainText.forTerminal(message)));
    return messages.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
