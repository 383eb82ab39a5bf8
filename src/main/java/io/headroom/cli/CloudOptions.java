package io.headroom.cli;

import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.collector.MetricServer;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.machine.Provider;
import io.headroom.report.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which part of which cloud is read, and with which credentials. */
final class CloudOptions {

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Cloud to read from: aws or gce.")
  private Optional<String> provider = Optional.empty();

  @Option(
      names = {"--account", "--project"},
      paramLabel = "NAME",
      description = {
        "AWS account: the name of a profile, the ARN of a role, or an account id with --role",
        "(default: that of the environment). Google project: its id. Repeatable."
      })
  private List<String> accounts = List.of();

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description = "Role to assume in accounts that are given by id.")
  private Optional<String> role = Optional.empty();

  @Option(
      names = "--region",
      split = ",",
      paramLabel = "NAME",
      description = "Region; repeatable (default: that of the environment).")
  private List<String> regions = List.of();

  @Option(
      names = "--prometheus",
      paramLabel = "URL",
      description = {
        "Prometheus that knows memory, swap and pressure of machines without a cloud agent,",
        "such as http://prometheus:9090."
      })
  private Optional<String> prometheus = Optional.empty();

  @Option(
      names = "--prometheus-label",
      paramLabel = "LABEL[=id|name]",
      defaultValue = "instance_id",
      description = {
        "Label of its series that says whose they are, and whether it is the id or the name of",
        "the machine (default: ${DEFAULT-VALUE}, the id)."
      })
  private String prometheusLabel = "";

  /** Returns the cloud that was named, if one was. */
  Optional<Provider> provider() {
    return provider.map(
        name ->
            Provider.ofId(name)
                .orElseThrow(
                    () ->
                        new CommandFailure(
                            "Invalid --provider: "
                                + PlainText.forTerminal(name)
                                + "; expected aws or gce",
                            ExitCode.USAGE)));
  }

  /** Whether something of a cloud was named without the cloud itself. */
  boolean isWithoutProvider() {
    return provider.isEmpty()
        && (!accounts.isEmpty()
            || role.isPresent()
            || !regions.isEmpty()
            || prometheus.isPresent());
  }

  /**
   * Returns what of the cloud is read.
   *
   * @throws CommandFailure if no cloud was named
   */
  CloudSelection selection() {
    return selection(
        provider()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "Missing --provider NAME: expected aws or gce", ExitCode.USAGE)));
  }

  /** Returns what of a cloud is read. */
  CloudSelection selection(Provider chosen) {
    return new CloudSelection(chosen, accounts, role, regions);
  }

  /** Returns where samples come from: the cloud first, so that Prometheus adds what it lacks. */
  List<UtilizationSource> sources(Clouds clouds, CloudPorts ports) {
    return Stream.concat(
            ports.sources().stream(),
            prometheus.stream().map(url -> clouds.open(new MetricServer(url, prometheusLabel))))
        .toList();
  }
}
