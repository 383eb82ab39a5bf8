package io.headroom.cli;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.HostProbes;
import io.headroom.executor.probe.UnknownHostException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The inside of machines. */
@Command(
    name = "host",
    description = "Looks into machines: their workers, memory and failures.",
    mixinStandardHelpOptions = true)
final class HostsCommand {

  private final Terminal terminal;
  private final HostProbes probes;

  HostsCommand(Terminal terminal, HostProbes probes) {
    this.terminal = terminal;
    this.probes = probes;
  }

  @Command(
      name = "probe",
      description =
          "Measures what runs on a machine: workers and what each holds, queues, buffer pools,"
              + " failures. Nothing is changed there.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom host probe erp-1 --hosts hosts.yaml"})
  int probe(
      @Parameters(paramLabel = "ID", description = "Id or name of the machine.") String machine,
      @Option(
              names = "--hosts",
              defaultValue = "hosts.yaml",
              paramLabel = "FILE",
              description = "How hosts are reached (default: ${DEFAULT-VALUE}).")
          Path hosts,
      @Option(
              names = {"-o", "--output"},
              defaultValue = "table",
              paramLabel = "FORMAT",
              description = "table or json (default: ${DEFAULT-VALUE}).")
          String output)
      throws IOException {
    String format = output.toLowerCase(Locale.ROOT);
    if (!List.of("table", "json").contains(format)) {
      throw new CommandFailure(
          "Invalid output: " + output + "; expected table or json", ExitCode.USAGE);
    }
    HostMeasurement measured = measured(machine, hosts);
    if (format.equals("table")) {
      terminal.out().print(MeasurementText.of(measured));
    } else {
      MeasurementJson.write(machine, measured, terminal.out());
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private HostMeasurement measured(String machine, Path hosts) {
    try {
      return probes.open(hosts).probe(machine);
    } catch (ChannelException | UnknownHostException e) {
      throw CommandFailure.cannot(String.valueOf(e.getMessage()));
    }
  }

  @Command(
      name = "boot-script",
      description =
          "Prints the step that sets worker counts when a machine starts, before its application:"
              + " what a resize needs then is one restart.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom host boot-script --as cloud-init --set RECIPE=frappe-bench"})
  int bootScript(
      @Option(
              names = "--as",
              defaultValue = "script",
              paramLabel = "FORM",
              description =
                  "script, unit, cloud-init or startup-script (default: ${DEFAULT-VALUE}).")
          String form,
      @Option(
              names = "--set",
              paramLabel = "NAME=VALUE",
              description =
                  "A line of /etc/headroom/boot.conf, such as UNIT=app.service; repeatable.")
          List<String> settings) {
    BootFiles.Form wanted =
        Arrays.stream(BootFiles.Form.values())
            .filter(one -> one.id().equals(form))
            .findFirst()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "Invalid --as: " + form + "; expected " + forms(), ExitCode.USAGE));
    terminal.out().print(new BootFiles(settings(settings)).text(wanted));
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static String forms() {
    return Arrays.stream(BootFiles.Form.values())
        .map(BootFiles.Form::id)
        .collect(Collectors.joining(", "));
  }

  private static SortedMap<String, String> settings(List<String> texts) {
    SortedMap<String, String> settings = new TreeMap<>(Map.of("RECIPE", "gunicorn-systemd"));
    for (String text : texts) {
      try {
        Map.Entry<String, String> setting = BootFiles.setting(text);
        settings.put(setting.getKey(), setting.getValue());
      } catch (IllegalArgumentException e) {
        throw new CommandFailure(
            "Invalid --set: " + text + "; expected NAME=VALUE with a name that the script reads",
            ExitCode.USAGE);
      }
    }
    return settings;
  }
}
