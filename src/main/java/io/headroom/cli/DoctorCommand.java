package io.headroom.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.cli.DoctorCheck.Result;
import io.headroom.collector.CloudPorts;
import io.headroom.collector.Clouds;
import io.headroom.collector.examination.Examination;
import io.headroom.collector.examination.ScopeFindings;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import io.headroom.model.machine.Provider;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is in the way of a good recommendation, and what to do about it. */
@Command(
    name = "doctor",
    description = {
      "Looks at this machine and at a cloud: who asks, what may be read, which machines have no",
      "memory metric and how to get one. Changes nothing.",
      "Without --provider it looks at this machine and at the clouds it finds credentials for."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 all is well, 1 nothing could be read, 3 something is missing.",
      "Example: headroom doctor --provider aws --region eu-central-1"
    })
final class DoctorCommand implements Callable<Integer> {

  private static final int AT_ONCE = 8;

  private final Terminal terminal;
  private final Clouds clouds;
  private final InstantSource clock;
  private final List<DoctorCheck> checks = new ArrayList<>();
  private final List<ScopeFindings> scopes = new ArrayList<>();

  @Mixin private final CloudOptions cloud = new CloudOptions();
  @Mixin private final CatalogOptions catalog = new CatalogOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--policy",
      paramLabel = "NAME|FILE",
      description = "Policy to check with the shipped ones; repeatable.")
  private List<String> policies = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  /** How the diagnosis is written. */
  enum Format {
    TABLE,
    JSON
  }

  DoctorCommand(Terminal terminal, Clouds clouds, InstantSource clock) {
    this.terminal = terminal;
    this.clouds = clouds;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (cloud.isWithoutProvider()) {
      throw new CommandFailure("Missing --provider NAME: expected aws or gce", ExitCode.USAGE);
    }
    Optional<Provider> named = cloud.provider();
    checks.addAll(
        new LocalChecks(terminal, clock.instant())
            .all(String.join(" ", spec.root().version()), catalog::catalogs, policies));
    if (named.isPresent()) {
      examine(named.get());
    } else {
      for (Provider provider : Provider.values()) {
        examineIfReachable(provider);
      }
    }
    Diagnosis diagnosis = new Diagnosis(checks, scopes);
    write(diagnosis);
    return diagnosis.exitCode();
  }

  private void examine(Provider provider) throws InterruptedException {
    found(findings(provider));
  }

  private List<ScopeFindings> findings(Provider provider) throws InterruptedException {
    try (CloudPorts ports = clouds.open(cloud.selection(provider))) {
      return new Examination(ports, cloud.sources(clouds, ports)).all(AT_ONCE);
    }
  }

  private void found(List<ScopeFindings> findings) {
    scopes.addAll(findings);
    findings.forEach(one -> checks.addAll(CloudChecks.of(one)));
  }

  /** Nobody named the cloud: that there is no way to it is no fault. */
  private void examineIfReachable(Provider provider) throws InterruptedException {
    try {
      List<ScopeFindings> findings = findings(provider);
      Optional<CloudException> none =
          findings.stream()
              .flatMap(one -> one.access().failure().stream())
              .filter(DoctorCommand::isWithoutCredentials)
              .findFirst();
      if (none.isPresent()) {
        notChecked(provider, none.get());
      } else {
        found(findings);
      }
    } catch (CloudException unreachable) {
      notChecked(provider, unreachable);
    }
  }

  /** Credentials that the provider knows and refuses come with its code. */
  private static boolean isWithoutCredentials(CloudException failure) {
    return failure.kind() == FailureKind.CREDENTIALS && failure.code().isEmpty();
  }

  private void notChecked(Provider provider, CloudException why) {
    checks.add(new DoctorCheck(provider.id(), "cloud", Result.NOT_CHECKED, why.getMessage()));
  }

  private void write(Diagnosis diagnosis) throws IOException {
    if (format == Format.TABLE) {
      new DoctorText(terminal.out()).write(diagnosis);
      return;
    }
    try (JsonGenerator json = OutputFormat.json(terminal.out())) {
      new DoctorJson(json).write(diagnosis);
    }
    terminal.out().println();
    terminal.out().flush();
  }
}
