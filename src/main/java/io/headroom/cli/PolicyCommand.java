package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.document.DocumentException;
import io.headroom.document.DocumentProblem;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicySource;
import io.headroom.policy.expectation.PolicyTest;
import io.headroom.policy.expectation.PolicyTestReader;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.PolicyReader;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What there is to do with policies. */
@Command(
    name = "policy",
    description = "Lists, checks and tests policies.",
    mixinStandardHelpOptions = true)
final class PolicyCommand {

  private static final int WIDEST_DESCRIPTION = 100;

  private final Terminal terminal;

  PolicyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "Lists the shipped policies.",
      mixinStandardHelpOptions = true)
  int list() {
    PolicySource source = new PolicySource(Path.of(""));
    List<List<String>> rows =
        PolicySource.shippedNames().stream()
            .map(source::load)
            .map(policy -> List.of(policy.name(), policy.policy().description()))
            .toList();
    terminal
        .out()
        .println(
            TextTable.of(List.of("POLICY", "WHAT IT DOES"), rows, Set.of(), WIDEST_DESCRIPTION));
    terminal.out().flush();
    return ExitCode.OK;
  }

  @Command(
      name = "validate",
      description = "Checks policy files; every error names file, line and column.",
      mixinStandardHelpOptions = true)
  int validate(
      @Parameters(paramLabel = "NAME|FILE", arity = "1..*", description = "Policies to check.")
          List<String> names) {
    PolicySource source = new PolicySource(Path.of(""));
    int invalid = 0;
    for (String name : names) {
      try {
        LoadedPolicy policy = source.load(name);
        terminal.out().println(PlainText.forTerminal(name) + ": valid, " + policy.hash());
      } catch (DocumentException refused) {
        invalid++;
        refused.problems().forEach(problem -> terminal.say(problem.toString()));
      }
    }
    terminal.out().flush();
    return invalid == 0 ? ExitCode.OK : ExitCode.ERROR;
  }

  @Command(
      name = "schema",
      description = "Prints the JSON Schema of policy files, for editors.",
      mixinStandardHelpOptions = true)
  int schema() throws IOException {
    try (InputStream schema =
        PolicyReader.class.getClassLoader().getResourceAsStream(PolicyReader.SCHEMA)) {
      if (schema == null) {
        throw new IllegalStateException("the schema is not in the program");
      }
      terminal.out().print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  @Command(
      name = "test",
      description =
          "Runs policies over a recording and compares the verdicts with what is expected.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom policy test my-policy-test.yaml --recording fleet"})
  int test(
      @Parameters(paramLabel = "FILE", description = "The test, a file of kind PolicyTest.")
          Path file,
      @Mixin FleetOptions fleet)
      throws InterruptedException {
    PolicyTest test = PolicyTestReader.read(file);
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    RecordingReader reader =
        test.recording()
            .filter(named -> fleet.recording().isEmpty())
            .map(named -> RecordingReader.open(folder.resolve(named)))
            .orElseGet(fleet::reader);
    Adviser adviser = fleet.adviser(reader, test, folder);
    List<Verdict> verdicts = new ArrayList<>();
    List<RecordingProblem> problems =
        reader.forEach(
            Runtime.getRuntime().availableProcessors(),
            machine -> adviser.verdict(machine.observation()),
            verdicts::add);
    List<DocumentProblem> failures = test.failures(verdicts);
    failures.forEach(failure -> terminal.say(failure.toString()));
    problems.forEach(problem -> terminal.say("problem: " + problem.message()));
    terminal
        .out()
        .println(
            test.cases().size()
                + " machines expected, "
                + failures.size()
                + " expectations not met");
    terminal.out().flush();
    if (!failures.isEmpty()) {
      return ExitCode.ERROR;
    }
    return problems.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
