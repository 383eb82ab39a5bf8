package io.headroom.cli;

import io.headroom.configuration.ConfigurationKeys;
import io.headroom.configuration.SetValue;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the program was told, and where. */
@Command(name = "config", description = "Shows the configuration.", mixinStandardHelpOptions = true)
final class ConfigCommand implements Runnable {

  private static final int LONGEST_CELL = 70;

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  ConfigCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: view or schema");
  }

  @Command(
      name = "view",
      description = "Shows every value that holds. Of secrets it shows where they are.",
      mixinStandardHelpOptions = true)
  int view(
      @Mixin ConfigurationOptions configuration,
      @Option(names = "--origin", description = "Also shows where each value comes from.")
          boolean withOrigin) {
    List<SetValue> values = configuration.source(terminal.environment()).values();
    List<List<String>> rows = new ArrayList<>();
    for (SetValue value : values) {
      List<String> row = new ArrayList<>(List.of(value.name(), safe(value.value())));
      if (withOrigin) {
        row.add(safe(value.origin()));
      }
      rows.add(row);
    }
    List<String> headers = withOrigin ? List.of("KEY", "VALUE", "FROM") : List.of("KEY", "VALUE");
    terminal.out().println(TextTable.of(headers, rows, Set.of(), LONGEST_CELL));
    terminal.out().flush();
    return ExitCode.OK;
  }

  @Command(
      name = "schema",
      description = "Prints the JSON Schema of the configuration, for editors.",
      mixinStandardHelpOptions = true)
  int schema() {
    terminal.out().print(ConfigurationKeys.schemaText());
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static String safe(String text) {
    return PlainText.forTerminal(text);
  }
}
