package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.FleetRun;
import io.headroom.advice.Judged;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import io.headroom.model.verdict.Verdict;
import io.headroom.recording.RecordingReader;
import io.headroom.report.OutputFormat;
import io.headroom.report.PlainText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Judges a fleet and writes the verdicts out, with progress for whoever waits. */
final class Recommending {

  /** Formats that do not list problems themselves. */
  private static final Set<OutputFormat> WITHOUT_PROBLEMS =
      EnumSet.of(OutputFormat.CSV, OutputFormat.NAME);

  private final Terminal terminal;
  private final OutputOptions output;
  private final List<Problem> before;

  Recommending(Terminal terminal, OutputOptions output) {
    this(terminal, output, List.of());
  }

  private Recommending(Terminal terminal, OutputOptions output, List<Problem> before) {
    this.terminal = terminal;
    this.output = output;
    this.before = before;
  }

  /** Returns the same with problems that were met before, which join those of the run. */
  Recommending after(List<Problem> problems) {
    return new Recommending(terminal, output, problems);
  }

  /**
   * Returns the exit code: partial if there were problems, else changes if there are any and asked.
   */
  int run(RecordingReader reader, Adviser adviser, ChangesExit changes)
      throws InterruptedException {
    return run(reader, adviser, changes, verdict -> {});
  }

  /** The same, and hands each verdict to {@code listener} too. */
  int run(RecordingReader reader, Adviser adviser, ChangesExit changes, Consumer<Verdict> listener)
      throws InterruptedException {
    int[] recommended = new int[1];
    RunSummary summary;
    try (Outputs outputs = Outputs.open(output, terminal, adviser.asOf())) {
      summary =
          judged(
              reader,
              adviser,
              judged -> {
                recommended[0] += judged.verdict().recommended().isPresent() ? 1 : 0;
                outputs.accept(judged);
                listener.accept(judged.verdict());
              });
      outputs.finish(summary);
    }
    terminal.out().flush();
    say(reader, summary);
    if (!summary.problems().isEmpty()) {
      return ExitCode.PARTIAL;
    }
    return changes == ChangesExit.TOLD && recommended[0] > 0 ? ExitCode.CHANGES : ExitCode.OK;
  }

  private RunSummary judged(RecordingReader reader, Adviser adviser, Consumer<Judged> sink)
      throws InterruptedException {
    int machines = reader.recording().instances().size();
    try (FleetProgress progress = FleetProgress.on(terminal, machines)) {
      RunSummary run =
          new FleetRun(reader, adviser, Runtime.getRuntime().availableProcessors())
              .judge(
                  judged -> {
                    progress.step();
                    sink.accept(judged);
                  });
      return new RunSummary(
          run.totals(), Stream.concat(before.stream(), run.problems().stream()).toList());
    }
  }

  /** Whether recommended changes show in the exit code. */
  enum ChangesExit {
    TOLD,
    NOT_TOLD
  }

  private void say(RecordingReader reader, RunSummary summary) {
    reader.recording().notices().forEach(notice -> terminal.say("note: " + notice));
    if (WITHOUT_PROBLEMS.contains(output.format())) {
      for (Problem problem : summary.problems()) {
        terminal.say("problem: " + PlainText.forTerminal(problem.message()));
      }
    }
    output.files().forEach(file -> terminal.say("wrote " + file));
  }
}
