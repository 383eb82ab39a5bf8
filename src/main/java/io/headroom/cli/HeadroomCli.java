package io.headroom.cli;

import io.headroom.advice.NoComparisonException;
import io.headroom.catalog.UnknownRegionException;
import io.headroom.catalog.refresh.CatalogSources;
import io.headroom.catalog.snapshot.SnapshotException;
import io.headroom.collector.Clouds;
import io.headroom.document.DocumentException;
import io.headroom.document.Failure;
import io.headroom.executor.probe.HostProbes;
import io.headroom.executor.rehearsal.Rehearsals;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.machine.Provider;
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
  private final Clouds clouds;
  private final CatalogSources catalogs;
  private final InstantSource clock;
  private final HostProbes hosts;
  private final Rehearsals rehearsals;

  /**
   * Prepares the command line.
   *
   * @param version version of the program, shown by {@code --version}
   * @param clouds opens the clouds that can be collected from
   * @param catalogs opens the providers that catalogs are refreshed from
   * @param clock what time it is, for commands that ask a cloud or make a plan
   * @param rehearsals the cloud that plans are tried in
   * @param hosts opens the hosts that can be looked into
   */
  public HeadroomCli(
      Terminal terminal,
      String version,
      Clouds clouds,
      CatalogSources catalogs,
      InstantSource clock,
      Rehearsals rehearsals,
      HostProbes hosts) {
    this.terminal = terminal;
    this.version = version;
    this.clouds = clouds;
    this.catalogs = catalogs;
    this.clock = clock;
    this.rehearsals = rehearsals;
    this.hosts = hosts;
  }

  /** Prepares a command line that reaches no host. */
  public HeadroomCli(
      Terminal terminal,
      String version,
      Clouds clouds,
      CatalogSources catalogs,
      InstantSource clock,
      Rehearsals rehearsals) {
    this(
        terminal,
        version,
        clouds,
        catalogs,
        clock,
        rehearsals,
        file -> {
          throw CommandFailure.cannot("Cannot reach hosts: none can be reached from here");
        });
  }

  /** Prepares a command line that reaches no cloud. */
  public HeadroomCli(Terminal terminal, String version) {
    this(
        terminal,
        version,
        new NoClouds(),
        (provider, project) -> {
          throw unreachable(provider);
        },
        InstantSource.system(),
        (plan, hash, settings) -> {
          throw CommandFailure.cannot(
              "Cannot rehearse a plan: no simulated cloud can be reached from here");
        });
  }

  static CommandFailure unreachable(Provider provider) {
    return CommandFailure.cannot(
        "Cannot ask " + provider.id() + ": no cloud can be reached from here");
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
            new RecommendCommand(terminal, clouds, clock),
            new ExplainCommand(terminal),
            new WhatIfCommand(terminal),
            new WorkersCommand(terminal),
            new PolicyCommand(terminal),
            catalog(),
            new CollectCommand(terminal, clouds, clock, hosts),
            new HostsCommand(terminal, hosts),
            new IamCommand(terminal, clouds),
            new DoctorCommand(terminal, clouds, clock),
            new ImportCommand(terminal),
            new TfvarsCommand(terminal),
            new BacktestCommand(terminal),
            new PlanCommand(terminal, clock),
            new RehearseCommand(terminal, rehearsals),
            new WindowsCommand(terminal, clock),
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

  private CommandLine catalog() {
    return new CommandLine(new CatalogCommand(terminal))
        .addSubcommand(new CatalogRefreshCommand(terminal, catalogs, clock));
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
        || failure instanceof CloudException
        || failure instanceof PlanException
        || failure instanceof VariablesException
        || failure instanceof StateException
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
        "64 not understood."
      })
  private static final class Root {}
}
