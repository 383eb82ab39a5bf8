package io.headroom.cli;

import io.headroom.advice.Problem;
import io.headroom.recording.RecordingReader;
import io.headroom.terraform.drift.DriftCheck;
import io.headroom.terraform.drift.DriftReport;
import io.headroom.terraform.proposal.Proposal;
import io.headroom.terraform.proposal.Proposer;
import io.headroom.terraform.proposal.StateReview;
import io.headroom.terraform.proposal.VariablesUpdate;
import io.headroom.terraform.state.TerraformState;
import io.headroom.terraform.variables.FallbacksFile;
import io.headroom.terraform.variables.FileHash;
import io.headroom.terraform.variables.Variables;
import io.headroom.terraform.variables.VariablesFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recommendations as variables of Terraform. */
@Command(
    name = "tfvars",
    description =
        "Writes recommendations as variables that Terraform loads, and checks that the variables,"
            + " Terraform's state and the cloud agree.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples: headroom tfvars --recording fleet --out sizes.auto.tfvars.json -o diff",
      "          terraform show -json > state.json",
      "          headroom tfvars --recording fleet --state state.json --out sizes.auto.tfvars.json",
      "          headroom tfvars --recording fleet --state state.json --out sizes.auto.tfvars.json"
          + " --check",
      "Exit codes beside the usual: 2 file, state and cloud differ (--check), 4 the file is not the",
      "one that was expected."
    })
final class TfvarsCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final TfvarsPrinter printer;

  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final TfvarsOptions options = new TfvarsOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = {
        "What is printed: table, diff, json (the document) or md (a comment on a pull request); with",
        "--check table, json or md (default: table with --out or --check, else json)."
      })
  private Optional<TfvarsFormat> output = Optional.empty();

  @Option(
      names = "--check",
      description =
          "Compares file, state and recording, writes nothing, and exits with 2 if they differ.")
  private boolean check;

  @Option(names = "--detailed-exitcode", description = "Exits with 2 if the file changes.")
  private boolean detailedExitCode;

  TfvarsCommand(Terminal terminal) {
    this.terminal = terminal;
    this.printer = new TfvarsPrinter(terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    RecordingReader reader = fleet.reader();
    return check ? checked(reader) : proposed(reader);
  }

  private int checked(RecordingReader reader) {
    Optional<TerraformState> state = options.state();
    Variables variables = options.requiredFile().read(options.variable()).variables();
    DriftReport report =
        DriftCheck.compare(variables, state, reader.recording().instances(), options.rule(state));
    printer.print(report, output.orElse(TfvarsFormat.TABLE));
    printer.tell(List.of(), report.problems());
    if (!report.differences().isEmpty()) {
      return ExitCode.CHANGES;
    }
    return report.problems().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }

  private int proposed(RecordingReader reader) throws InterruptedException {
    Optional<TerraformState> state = options.state();
    Proposer proposer = options.proposer(state);
    VariablesFile.Content content = options.content();
    AdvisedFleet fleetAdvice = AdvisedFleet.of(reader, fleet.adviser(reader), terminal);
    Proposal proposal = proposer.propose(content.variables(), fleetAdvice.advice());
    VariablesUpdate update = VariablesUpdate.of(proposal, content);
    write(update);
    printer.print(
        update,
        options.file().map(file -> file.path().toString()).orElse("variables"),
        output.orElse(options.file().isPresent() ? TfvarsFormat.TABLE : TfvarsFormat.JSON));
    List<String> notes = new ArrayList<>(reader.recording().notices());
    notes.addAll(proposal.notes());
    List<Problem> problems = new ArrayList<>(fleetAdvice.problems());
    problems.addAll(proposal.problems());
    state.ifPresent(
        known -> problems.addAll(StateReview.problems(known, reader.recording().instances())));
    printer.tell(notes, problems);
    return exitCode(problems, update);
  }

  private int exitCode(List<Problem> problems, VariablesUpdate update) {
    if (!problems.isEmpty()) {
      return ExitCode.PARTIAL;
    }
    return detailedExitCode && update.isChange() ? ExitCode.CHANGES : ExitCode.OK;
  }

  private void write(VariablesUpdate update) {
    Optional<FallbacksFile> fallbacks = options.fallbacks();
    if (!options.isDryRun()) {
      options.file().ifPresent(file -> write(update, file));
      fallbacks.ifPresent(file -> write(update.proposal(), file));
    }
  }

  private void write(VariablesUpdate update, VariablesFile file) {
    FileHash hash = update.write(file);
    terminal.say((update.isChange() ? "wrote " : "unchanged: ") + file.path() + ", sha256 " + hash);
    if (!file.path().toString().endsWith(VariablesFile.LOADED_SUFFIX)) {
      terminal.say(
          "note: Terraform loads files by itself that end in "
              + VariablesFile.LOADED_SUFFIX
              + "; name this one with -var-file");
    }
  }

  private void write(Proposal proposal, FallbacksFile file) {
    boolean changed = file.update(proposal.fallbacks(), proposal.after().instances().keySet());
    terminal.say((changed ? "wrote " : "unchanged: ") + file.path());
  }
}
