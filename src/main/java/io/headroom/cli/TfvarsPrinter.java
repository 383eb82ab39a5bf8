package io.headroom.cli;

import io.headroom.advice.Problem;
import io.headroom.report.PlainText;
import io.headroom.terraform.drift.DriftReport;
import io.headroom.terraform.proposal.VariablesUpdate;
import io.headroom.terraform.text.DriftJson;
import io.headroom.terraform.text.DriftText;
import io.headroom.terraform.text.FileDiff;
import io.headroom.terraform.text.ProposalMarkdown;
import io.headroom.terraform.text.ProposalText;
import java.util.List;

/** Prints what {@code tfvars} found. */
final class TfvarsPrinter {

  private final Terminal terminal;

  TfvarsPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints an update.
   *
   * @param file what the file is called
   */
  void print(VariablesUpdate update, String file, TfvarsFormat format) {
    print(
        switch (format) {
          case TABLE -> ProposalText.of(update.proposal());
          case DIFF -> FileDiff.of(file, update.before().text(), update.text());
          case JSON -> update.text();
          case MD -> ProposalMarkdown.of(update.proposal());
        });
  }

  /**
   * Prints what places disagree about.
   *
   * @throws CommandFailure if that has no such format
   */
  void print(DriftReport report, TfvarsFormat format) {
    print(
        switch (format) {
          case TABLE -> DriftText.table(report);
          case JSON -> DriftJson.of(report);
          case MD -> DriftText.markdown(report);
          case DIFF ->
              throw new CommandFailure(
                  "Invalid --output: diff; with --check expected table, json or md",
                  ExitCode.USAGE);
        });
  }

  private void print(String text) {
    terminal.out().print(text);
    terminal.out().flush();
  }

  /** Tells notes, then problems. */
  void tell(List<String> notes, List<Problem> problems) {
    notes.forEach(note -> terminal.say("note: " + note));
    problems.forEach(
        problem -> terminal.say("problem: " + PlainText.forTerminal(problem.message())));
  }
}
