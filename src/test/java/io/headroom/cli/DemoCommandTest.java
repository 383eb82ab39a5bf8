package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.GoldenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first command anybody runs, and those it sends them to. */
class DemoCommandTest {

  private static final int WIDTH = 120;
  private static final Pattern NEXT = Pattern.compile("  \\./headroom (.*?)  +.*");

  private record Run(int exitCode, String out, String err) {}

  private static Run run(String... arguments) {
    return run(List.of(arguments));
  }

  private static Run run(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            /* outIsTerminal= */ false,
            /* errIsTerminal= */ false,
            Map.of());
    int exitCode = new HeadroomCli(terminal, "test").run(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  @Test
  void showsEveryMachineAndWhatToTryNext() {
    Run run = run("demo");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    GoldenFile.assertSame("demo.txt", run.out());
  }

  @Test
  void fitsATerminal() {
    assertThat(run("demo").out().lines()).allMatch(line -> line.length() <= WIDTH);
  }

  @Test
  void sendsPeopleToCommandsThatWork() {
    List<String> commands =
        run("demo")
            .out()
            .lines()
            .map(NEXT::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .toList();

    assertThat(commands).hasSizeGreaterThan(3);
    assertThat(commands)
        .allSatisfy(
            command -> {
              Run next = run(List.of(command.split(" ", /* limit= */ -1)));
              assertThat(next.exitCode()).isZero();
              assertThat(next.out()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "erp-acme-prod",
        "shop-mossbank",
        "reports-bracken",
        "web-larkfield-2",
        "legacy-crm",
        "build-old"
      })
  void explainsMachinesByName(String name) {
    Run run = run("explain", "--recording", "demo", name);

    assertThat(run.exitCode()).isZero();
    GoldenFile.assertSame("explain-" + name + ".txt", run.out());
  }

  @Test
  void explainsAMachineByIdAsByName() {
    assertThat(run("explain", "--recording", "demo", "i-0a41c7e29d5b8f036").out())
        .isEqualTo(run("explain", "--recording", "demo", "erp-acme-prod").out());
  }

  @Test
  void writesTheSameDocumentsAsRecommend() {
    assertThat(run("demo", "-o", "json").out())
        .isEqualTo(run("recommend", "--recording", "demo", "-o", "json").out());
  }

  @Test
  void writesFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("demo.csv");

    assertThat(run("demo", "--out", file.toString()).exitCode()).isZero();

    assertThat(Files.readString(file)).isEqualTo(run("demo", "-o", "csv").out());
  }

  @Test
  void takesOtherPoliciesForTheBundledRecording() {
    assertThat(run("recommend", "--recording", "demo", "--policy", "frugal", "-o", "json").out())
        .contains("\"policy\" : \"frugal\"")
        .doesNotContain("\"policy\" : \"erpnext\"");
  }
}
