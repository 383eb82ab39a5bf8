package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.CommandRun;
import io.headroom.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first command anybody runs, and those it sends them to. */
class DemoCommandTest {

  private static final int WIDTH = 120;
  private static final Pattern NEXT = Pattern.compile("  \\./headroom (.*?)  +.*");

  @Test
  void showsEveryMachineAndWhatToTryNext() {
    CommandRun run = CommandRun.of("demo");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    GoldenFile.assertSame("demo.txt", run.out());
  }

  @Test
  void fitsATerminal() {
    assertThat(CommandRun.of("demo").out().lines()).allMatch(line -> line.length() <= WIDTH);
  }

  @Test
  void sendsPeopleToCommandsThatWork(@TempDir Path folder) {
    List<String> commands =
        CommandRun.of("demo")
            .out()
            .lines()
            .map(NEXT::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .map(
                command -> command.replace("report.html", folder.resolve("report.html").toString()))
            .toList();

    assertThat(commands).hasSizeGreaterThan(3);
    assertThat(commands)
        .allSatisfy(
            command -> {
              CommandRun next = CommandRun.of(command.split(" ", /* limit= */ -1));
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
    CommandRun run = CommandRun.of("explain", "--recording", "demo", name);

    assertThat(run.exitCode()).isZero();
    GoldenFile.assertSame("explain-" + name + ".txt", run.out());
  }

  @Test
  void explainsAMachineByIdAsByName() {
    assertThat(CommandRun.of("explain", "--recording", "demo", "i-0a41c7e29d5b8f036").out())
        .isEqualTo(CommandRun.of("explain", "--recording", "demo", "erp-acme-prod").out());
  }

  @Test
  void writesTheSameDocumentsAsRecommend() {
    assertThat(CommandRun.of("demo", "-o", "json").out())
        .isEqualTo(CommandRun.of("recommend", "--recording", "demo", "-o", "json").out());
  }

  @Test
  void writesFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("demo.csv");

    assertThat(CommandRun.of("demo", "--out", file.toString()).exitCode()).isZero();

    assertThat(Files.readString(file)).isEqualTo(CommandRun.of("demo", "-o", "csv").out());
  }

  @Test
  void takesOtherPoliciesForTheBundledRecording() {
    assertThat(
            CommandRun.of("recommend", "--recording", "demo", "--policy", "frugal", "-o", "json")
                .out())
        .contains("\"policy\" : \"frugal\"")
        .doesNotContain("\"policy\" : \"erpnext\"");
  }
}
