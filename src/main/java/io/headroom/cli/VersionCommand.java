package io.headroom.cli;

import io.headroom.catalog.Catalogs;
import io.headroom.policy.PolicySource;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a report of a defect should name: the program, the JVM, the age of the prices. */
@Command(
    name = "version",
    description = {
      "Shows the versions of the program and of Java, and the date of the prices and the",
      "hashes of the shipped policies."
    },
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
    terminal
        .out()
        .println("catalog " + LocalChecks.words(LocalChecks.oldestPrices(Catalogs.bundled())));
    PolicySource source = new PolicySource(Path.of(""));
    for (String name : PolicySource.shippedNames()) {
      terminal.out().println("policy " + name + " " + source.load(name).hash());
    }
    terminal.out().flush();
    return ExitCode.OK;
  }
}
