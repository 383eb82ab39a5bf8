package io.headroom.cli;

import io.headroom.catalog.Catalogs;
import io.headroom.model.machine.Provider;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a report of a defect should name: the program, the JVM, the age of the prices. */
@Command(
    name = "version",
    description = "Shows the versions of the program and of Java, and the date of the prices.",
    mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  VersionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (String line : spec.root().version()) {
      terminal.out().println(line);
    }
    terminal.out().println("java " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
    terminal.out().println("catalog " + catalog());
    terminal.out().flush();
    return ExitCode.OK;
  }

  /** The oldest prices of each provider: no recommendation rests on older ones. */
  private static String catalog() {
    Map<Provider, LocalDate> oldest = new TreeMap<>();
    Catalogs.bundled()
        .regions()
        .forEach(
            region ->
                oldest.merge(
                    region.provider(),
                    region.priceDate(),
                    (one, other) -> one.isBefore(other) ? one : other));
    return oldest.entrySet().stream()
        .map(entry -> entry.getKey().id() + " prices of " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
