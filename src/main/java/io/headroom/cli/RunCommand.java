package io.headroom.cli;

import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import io.headroom.batch.BatchJob;
import io.headroom.batch.LedgerSource;
import io.headroom.batch.run.FleetPass;
import io.headroom.catalog.Catalogs;
import io.headroom.collector.Clouds;
import io.headroom.configuration.Configuration;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.run.RunAdmission;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunTrigger;
import io.headroom.report.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One pass: collect, recommend, keep, report, deliver. */
@Command(
    name = "run",
    description =
        "Collects, recommends, keeps the result and says what changed since the last run. For"
            + " cron, systemd timers and Kubernetes CronJobs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 changes are recommended (--detailed-exitcode), 3 done with",
      "problems, 4 another run is under way.",
      "Example: headroom run --config headroom.yaml --fleet report.html"
    })
final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Clouds clouds;
  private final LedgerSource ledgers;
  private final InstantSource clock;

  @Mixin private final ConfigurationOptions options = new ConfigurationOptions();
  @Mixin private final ChangeOutput output = new ChangeOutput();

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = "Also writes the whole fleet to a file, its format by its suffix; repeatable.")
  private List<Path> fleet = List.of();

  @Option(names = "--detailed-exitcode", description = "Exits with 2 if a change is recommended.")
  private boolean detailedExitCode;

  RunCommand(Terminal terminal, Clouds clouds, LedgerSource ledgers, InstantSource clock) {
    this.terminal = terminal;
    this.clouds = clouds;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    output.check();
    Configuration configuration = options.source(terminal.environment()).read();
    try (Ledger ledger = ledgers.open(configuration.store());
        BatchJob job =
            new BatchJob(
                configuration,
                new BatchJob.Parts(ledger, clouds, catalogs(configuration), clock))) {
      requireSomething(configuration, ledger);
      return run(job);
    }
  }

  private int run(BatchJob job) throws InterruptedException {
    RunAdmission admission = job.begin(RunTrigger.COMMAND, "command line");
    RunClaim claim =
        admission.match(
            granted -> granted,
            underWay -> {
              throw new CommandFailure(
                  "Cannot run: "
                      + underWay.id()
                      + " is under way since "
                      + underWay.startedAt()
                      + "; wait for it, or for its lease if its process is gone",
                  ExitCode.REFUSED);
            },
            hadAlready -> {
              throw new CommandFailure(
                  "Cannot run: " + hadAlready.id() + " was for this time", ExitCode.REFUSED);
            });
    BatchJob.Report report;
    try (FleetFiles files = new FleetFiles(fleet)) {
      report = job.carryOut(claim, files);
    }
    return told(report);
  }

  private int told(BatchJob.Report report) {
    output.write(terminal, report.result().changes());
    terminal.out().flush();
    fleet.forEach(file -> terminal.say("wrote " + file));
    report
        .deliveryProblems()
        .forEach(problem -> terminal.say("problem: " + PlainText.forTerminal(problem)));
    terminal.say(
        report.result().runId()
            + ": "
            + report.result().requests()
            + " requests to collect, "
            + report.result().recommended()
            + " changes recommended, "
            + report.deliveries()
            + " deliveries");
    if (!report.isWhole()) {
      return ExitCode.PARTIAL;
    }
    return detailedExitCode && report.result().recommended() > 0 ? ExitCode.CHANGES : ExitCode.OK;
  }

  private Catalogs catalogs(Configuration configuration) {
    Optional<Path> folder =
        configuration
            .catalog()
            .or(() -> SnapshotOption.byDefault(terminal.environment()).filter(Files::isDirectory));
    Catalogs bundled = Catalogs.bundled();
    return folder.map(bundled::withOverlay).orElse(bundled);
  }

  private static void requireSomething(Configuration configuration, Ledger ledger) {
    if (configuration.clouds().isEmpty() && ledger.series().until().isEmpty()) {
      throw CommandFailure.cannot(
          "Cannot run: nothing says what to collect; add clouds to headroom.yaml, see"
              + " docs/run.md");
    }
  }

  /** Files with the whole fleet. */
  private static final class FleetFiles implements FleetPass.Listener, AutoCloseable {
    private final List<Path> files;
    private Optional<Outputs> outputs = Optional.empty();

    FleetFiles(List<Path> files) {
      this.files = files;
      files.forEach(OutputOptions::formatOf);
      files.forEach(WholeFile::check);
    }

    @Override
    public void begin(Instant asOf, int machines) {
      outputs = Optional.of(Outputs.ofFiles(files, asOf));
    }

    @Override
    public void accept(Judged judged) {
      outputs.orElseThrow().accept(judged);
    }

    @Override
    public void finish(RunSummary summary) {
      outputs.orElseThrow().finish(summary);
    }

    @Override
    public void close() {
      outputs.ifPresent(Outputs::close);
    }
  }
}
