package io.headroom.cli;

import io.headroom.catalog.UnknownRegionException;
import io.headroom.catalog.snapshot.SnapshotException;
import io.headroom.document.DocumentException;
import io.headroom.recording.problem.RecordingException;
import io.headroom.report.PlainText;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Reads the command line and runs the command it names. */
public final class HeadroomCli {

  private final Terminal terminal;
  private final String version;

  /**
   * Prepares the command line.
   *
   * @param version version of the program, shown by {@code --version}
   */
  public HeadroomCli(Terminal terminal, String version) {
    this.terminal = terminal;
    this.version = version;
  }

  /** Runs a command and returns its exit code. */
  public int run(List<String> arguments) {
    CommandLine line = commandLine();
    if (arguments.isEmpty()) {
      line.usage(line.getOut());
      return ExitCode.OK;
    }
    return line.execute(arguments.toArray(String[]::new));
  }

  /** Returns the command line with all commands, for running and for making completions. */
  CommandLine commandLine() {
    CommandLine line = new CommandLine(new Root());
    List.of(
            new RecommendCommand(terminal),
            new ExplainCommand(terminal),
            new WorkersCommand(terminal),
            new PolicyCommand(terminal),
            new CatalogCommand(terminal),
            new ImportCommand(terminal),
            new BacktestCommand(terminal))
        .forEach(line::addSubcommand);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.getCommandSpec().version("headroom " + version);
    line.setExecutionExceptionHandler(this::failed);
    line.setParameterExceptionHandler(this::notUnderstood);
    forAll(
        line,
        one ->
            one.getCommandSpec()
                .exitCodeOnInvalidInput(ExitCode.USAGE)
                .exitCodeOnExecutionException(ExitCode.ERROR));
    return line;
  }

  private static void forAll(CommandLine line, java.util.function.Consumer<CommandLine> change) {
    change.accept(line);
    line.getSubcommands().values().forEach(sub -> forAll(sub, change));
  }

  /** One sentence, and where to read more: a page of options would hide it. */
  private int notUnderstood(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    terminal.say("headroom: " + PlainText.forTerminal(String.valueOf(failure.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, terminal.err());
    terminal.say("headroom: " + line.getCommandSpec().qualifiedName() + " --help says more");
    return ExitCode.USAGE;
  }

  private int failed(Exception failure, CommandLine line, CommandLine.ParseResult result) {
    if (failure instanceof CommandFailure known) {
      terminal.say("headroom: " + known.getMessage());
      return known.exitCode();
    }
    if (isAboutInput(failure)) {
      terminal.say("headroom: " + failure.getMessage());
      return ExitCode.ERROR;
    }
    terminal.say("headroom: Cannot finish " + line.getCommandName() + ": " + failure);
    if (terminal.environment().containsKey("HEADROOM_DEBUG")) {
      failure.printStackTrace(terminal.err());
    } else {
      terminal.say("headroom: this is a defect; HEADROOM_DEBUG=1 shows where it happened");
    }
    return ExitCode.ERROR;
  }

  /** Whether a failure says in its message what was wrong with what was given. */
  private static boolean isAboutInput(Exception failure) {
    return failure instanceof DocumentException
        || failure instanceof RecordingException
        || failure instanceof SnapshotException
        || failure instanceof UnknownRegionException
        || failure instanceof UncheckedIOException;
  }

  /** The program without a command: shows what there is. */
  @Command(
      name = "headroom",
      description = "Says what size a cloud machine should be, with the workers it runs.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Begin with: headroom demo",
        "Exit codes: 0 done, 1 error, 2 changes proposed (--detailed-exitcode), 3 done with problems,",
        "64 not understood."
      })
  private static final class Root {}
}
