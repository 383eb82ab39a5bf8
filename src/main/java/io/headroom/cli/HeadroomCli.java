package io.headroom.cli;

import io.headroom.advice.NoComparisonException;
import io.headroom.catalog.UnknownRegionException;
import io.headroom.catalog.snapshot.SnapshotException;
import io.headroom.document.DocumentException;
import io.headroom.document.Failure;
import io.headroom.ledger.problem.LedgerException;
import io.headroom.model.cloud.CloudException;
import io.headroom.plan.PlanException;
import io.headroom.recording.problem.RecordingException;
import io.headroom.terraform.state.StateException;
import io.headroom.terraform.variables.StaleVariablesException;
import io.headroom.terraform.variables.VariablesException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Reads the command line and runs the command it names. */
public final class HeadroomCli {

  private final Terminal terminal;
  private final String version;
  private final Connections connections;
  private final InstantSource clock;

  /**
   * Prepares the command line.
   *
   * @param version version of the program, shown by {@code --version}
   * @param connections what commands reach beyond this process
   * @param clock what time it is, for commands that ask a cloud
   */
  public HeadroomCli(
      Terminal terminal, String version, Connections connections, InstantSource clock) {
    this.terminal = terminal;
    this.version = version;
    this.connections = connections;
    this.clock = clock;
  }

  /** Prepares a command line that reaches nothing beyond this process. */
  public HeadroomCli(Terminal terminal, String version) {
    this(terminal, version, Connections.none(), InstantSource.system());
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
            new DemoCommand(terminal),
            new RecommendCommand(terminal, connections.clouds(), connections.stores(), clock),
            new ExplainCommand(terminal, connections.stores()),
            new WhatIfCommand(terminal, connections.stores()),
            new WorkersCommand(terminal),
            new PolicyCommand(terminal),
            catalog(),
            new CollectCommand(
                terminal, connections.clouds(), connections.stores(), clock, connections.hosts()),
            new HostsCommand(terminal, connections.hosts()),
            new RunCommand(terminal, connections.clouds(), connections.configuredStore(), clock),
            new ConfigCommand(terminal),
            store(),
            new IamCommand(terminal, connections.clouds()),
            new DoctorCommand(terminal, connections.clouds(), clock),
            new ImportCommand(terminal),
            new TfvarsCommand(terminal, connections.stores()),
            new BacktestCommand(terminal),
            new PlanCommand(terminal, connections.stores(), clock),
            new RehearseCommand(terminal, connections.rehearsals()),
            new WindowsCommand(terminal, clock),
            new ServeCommand(connections.service()),
            new CompletionCommand(terminal),
            new VersionCommand(terminal))
        .forEach(line::addSubcommand);
    line.setDefaultValueProvider(new SnapshotOption.Default(terminal.environment()));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setExecutionExceptionHandler(this::failed);
    line.setParameterExceptionHandler(this::notUnderstood);
    NumberConverters.registerWith(line);
    forAll(
        line,
        one ->
            one.getCommandSpec()
                .version("headroom " + version)
                .exitCodeOnInvalidInput(ExitCode.USAGE)
                .exitCodeOnExecutionException(ExitCode.ERROR));
    return line;
  }

  private CommandLine store() {
    StoreCommand store = new StoreCommand(terminal, connections.stores());
    return new CommandLine(store).addSubcommand(store.status());
  }

  private CommandLine catalog() {
    return new CommandLine(new CatalogCommand(terminal))
        .addSubcommand(new CatalogRefreshCommand(terminal, connections.catalogs(), clock));
  }

  private static void forAll(CommandLine line, java.util.function.Consumer<CommandLine> change) {
    change.accept(line);
    line.getSubcommands().values().forEach(sub -> forAll(sub, change));
  }

  private int notUnderstood(CommandLine.ParameterException failure, String[] arguments) {
    terminal.say("headroom: " + Misunderstanding.of(failure));
    return ExitCode.USAGE;
  }

  private int failed(Exception failure, CommandLine line, CommandLine.ParseResult result) {
    if (failure instanceof CommandFailure known) {
      terminal.say("headroom: " + known.getMessage());
      return known.exitCode();
    }
    if (isAboutInput(failure)) {
      terminal.say("headroom: " + failure.getMessage());
      return failure instanceof StaleVariablesException ? ExitCode.REFUSED : ExitCode.ERROR;
    }
    if (failure instanceof DocumentException refused) {
      String.valueOf(refused.getMessage()).lines().forEach(one -> terminal.say("headroom: " + one));
      return ExitCode.ERROR;
    }
    if (failure instanceof UncheckedIOException file) {
      String reason = Optional.ofNullable(file.getCause()).map(Failure::reason).orElse("no reason");
      terminal.say("headroom: Cannot finish " + line.getCommandName() + ": " + reason);
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
    return failure instanceof RecordingException
        || failure instanceof NoComparisonException
        || failure instanceof SnapshotException
        || failure instanceof LedgerException
        || failure instanceof CloudException
        || failure instanceof VariablesException
        || failure instanceof StateException
        || failure instanceof ServiceException
        || failure instanceof PlanException
        || failure instanceof UnknownRegionException;
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
        "4 refused, 64 not understood."
      })
  private static final class Root {}
}
