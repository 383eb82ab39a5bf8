package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.advice.Problem;
import io.headroom.advice.SizeComparison;
import io.headroom.advice.WhatIf;
import io.headroom.ledger.LedgerOpener;
import io.headroom.model.machine.Instance;
import io.headroom.report.OutputFormat;
import io.headroom.report.whatif.TextPictures;
import io.headroom.report.whatif.WhatIfDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The recorded demand of one machine on several sizes. */
@Command(
    name = "what-if",
    description =
        "Plays the recorded demand of a machine on other sizes: just below its average, what it"
            + " has, what the policy arrives at, and any others. Shows what people would have felt,"
            + " as table, json, yaml, csv or md.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom what-if --recording fleet web-1 --type m6a.large"})
final class WhatIfCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final LedgerOpener ledgers;

  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "ID", description = "Id of the machine, or its name if only one has it.")
  private String machine = "";

  @Option(
      names = "--type",
      paramLabel = "NAME",
      description = "A further type to try, such as m6a.large or n2-custom-4-9216; repeatable.")
  private List<String> types = List.of();

  WhatIfCommand(Terminal terminal, LedgerOpener ledgers) {
    this.terminal = terminal;
    this.ledgers = ledgers;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    checkFormats();
    try (OpenFleet open = fleet.open(terminal, ledgers)) {
      return compare(open.fleet());
    }
  }

  private int compare(Fleet machines) throws InterruptedException, IOException {
    Instance instance = MachineChoice.of(machines.instances(), machine);
    Adviser adviser = fleet.adviser(machines);
    WhatIf whatIf = new WhatIf(adviser);
    List<SizeComparison> found = new ArrayList<>();
    List<Problem> problems =
        machines
            .narrowedTo(instance.id())
            .forEach(
                1,
                read ->
                    read.instance().id().equals(instance.id())
                        ? Optional.of(whatIf.compare(read, types))
                        : Optional.<SizeComparison>empty(),
                comparison -> comparison.ifPresent(found::add));
    write(found.get(0));
    List<String> messages = new ArrayList<>();
    problems.stream()
        .filter(problem -> problem.subject().equals(instance.id()))
        .forEach(problem -> messages.add(problem.message()));
    adviser.problems().forEach(problem -> messages.add(problem.message()));
    messages.forEach(message -> terminal.say("problem: " + message));
    return messages.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }

  private void checkFormats() {
    List<OutputFormat> formats = new ArrayList<>(List.of(output.format()));
    output.files().forEach(file -> formats.add(OutputOptions.formatOf(file)));
    for (OutputFormat format : formats) {
      if (!WhatIfDocument.suits(format)) {
        throw new CommandFailure(
            "Invalid output: " + format.id() + "; expected table, json, yaml, csv, md or html",
            ExitCode.USAGE);
      }
    }
  }

  /** Files come first: what cannot be written is said before the result scrolls by. */
  private void write(SizeComparison comparison) throws IOException {
    for (Path file : output.files()) {
      WholeFile.write(
          file,
          writer ->
              WhatIfDocument.write(
                  comparison, OutputOptions.formatOf(file), TextPictures.NONE, writer));
    }
    WhatIfDocument.write(
        comparison,
        output.format(),
        terminal.hasPictures() ? TextPictures.UNICODE : TextPictures.NONE,
        terminal.out());
    output.files().forEach(file -> terminal.say("wrote " + file));
  }
}
