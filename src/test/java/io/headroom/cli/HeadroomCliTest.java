package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.CommandRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HeadroomCliTest {

  @TestFactory
  Stream<DynamicTest> everyCommandExplainsItsOptions() {
    Terminal nobody =
        new Terminal(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            /* outIsTerminal= */ false,
            /* errIsTerminal= */ false,
            Map.of());
    return commands(new HeadroomCli(nobody, "1").commandLine())
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getCommandSpec().qualifiedName(), () -> explainsItsOptions(command)));
  }

  private static Stream<CommandLine> commands(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream().flatMap(HeadroomCliTest::commands));
  }

  private static void explainsItsOptions(CommandLine command) {
    List<String> words =
        new ArrayList<>(List.of(command.getCommandSpec().qualifiedName().split(" ", -1)));
    words.remove(0);
    words.add("--help");
    CommandRun run = CommandRun.of(words.toArray(String[]::new));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    command
        .getCommandSpec()
        .args()
        .forEach(
            argument -> assertThat(argument.description()).as(argument.toString()).isNotEmpty());
    command
        .getCommandSpec()
        .options()
        .forEach(option -> assertThat(run.out()).contains(option.longestName()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "workers --version", "catalog list --version"})
  void saysItsVersionEverywhere(String command) {
    assertThat(CommandRun.of(command.split(" ", -1)).out())
        .isEqualTo("headroom " + CommandRun.VERSION + "\n");
  }

  @Test
  void saysTheVersionsOfWhatItRestsOn() {
    CommandRun run = CommandRun.of("version");

    assertThat(run.out().lines().toList().get(0)).isEqualTo("headroom " + CommandRun.VERSION);
    assertThat(run.out()).contains("java " + Runtime.version());
    assertThat(run.out())
        .containsPattern("aws prices of \\d{4}-\\d\\d-\\d\\d, gce prices of \\d{4}");
  }

  @Test
  void showsWhatThereIsWhenNothingIsAsked() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("recommend", "explain", "workers", "Exit codes");
  }

  /** 2 × 1 + 1, 2 × 2 + 1 and 2 × 4 + 1 workers; 1 GiB holds 6 of 150 MiB at most. */
  @Test
  void calculatesWorkers() {
    assertThat(workers("1", "16GiB")).startsWith("workers     3, limited by vcpu");
    assertThat(workers("2", "16GiB")).startsWith("workers     5, limited by vcpu");
    assertThat(workers("4", "16GiB")).startsWith("workers     9, limited by vcpu");
    assertThat(workers("4", "1GiB")).contains("limited by memory");
  }

  private static String workers(String vcpus, String memory) {
    return CommandRun.of("workers", "--vcpus", vcpus, "--memory", memory).out();
  }
}
