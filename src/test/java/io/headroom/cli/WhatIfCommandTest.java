package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.testing.GoldenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine of the training days would have been like on other sizes. */
class WhatIfCommandTest {

  private static final String MACHINE = "erp-training";

  private record Run(int exitCode, String out, String err) {}

  private static Run run(boolean person, Map<String, String> environment, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            person,
            /* errIsTerminal= */ false,
            environment);
    int exitCode = new HeadroomCli(terminal, "test").run(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  private static List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("what-if", "--recording", "demo"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static Run run(String... more) {
    return run(/* person= */ false, Map.of(), arguments(more));
  }

  @Test
  void tellsWhatATrainingDayIsLikeOnEachSize() {
    Run run = run(MACHINE);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    GoldenFile.assertSame("what-if-erp-training.txt", run.out());
  }

  @Test
  void drawsDemandAgainstCapacityForAPersonWithUnicode() {
    Run run = run(/* person= */ true, Map.of("LANG", "en_GB.UTF-8"), arguments(MACHINE));

    GoldenFile.assertSame("what-if-erp-training-picture.txt", run.out());
    assertThat(run(/* person= */ true, Map.of("LANG", "C"), arguments(MACHINE)).out())
        .doesNotContain("█");
    assertThat(
            run(/* person= */ true, Map.of("LANG", "C.UTF-8", "TERM", "dumb"), arguments(MACHINE))
                .out())
        .doesNotContain("█");
    assertThat(
            run(/* person= */ true, Map.of("LC_ALL", "C", "LANG", "C.UTF-8"), arguments(MACHINE))
                .out())
        .doesNotContain("█");
  }

  @Test
  void belowAverageHurtsAndTheRecommendationDoesNot() throws IOException {
    JsonNode document = new ObjectMapper().readTree(run(MACHINE, "-o", "json").out());

    assertThat(document.path("api_version").asText()).isEqualTo("headroom/v1");
    assertThat(document.path("kind").asText()).isEqualTo("WhatIf");
    JsonNode average = document.path("sizes").get(0);
    assertThat(average.path("roles").get(0).asText()).isEqualTo("just_below_average");
    assertThat(average.path("cpu").path("worst_delay_seconds").asDouble()).isGreaterThan(60);
    assertThat(average.path("memory").path("out_of_memory_events").asInt()).isPositive();
    assertThat(average.path("workers").path("fit").asInt())
        .isLessThan(average.path("workers").path("needed").asInt());
    JsonNode recommended = document.path("sizes").get(2);
    assertThat(recommended.path("roles").get(0).asText()).isEqualTo("recommended");
    assertThat(recommended.path("cpu").path("worst_delay_seconds").asDouble()).isZero();
    assertThat(recommended.path("memory").path("out_of_memory_events").asInt()).isZero();
    assertThat(document.path("days")).hasSize(42);
  }

  @Test
  void writesEveryFormatThatSuits(@TempDir Path folder) throws IOException {
    for (String format : List.of("json", "yaml", "csv", "md")) {
      Path file = folder.resolve("sizes." + format);

      Run run = run(MACHINE, "--type", "m6a.large", "--out", file.toString());

      assertThat(run.err()).isEqualToNormalizingNewlines("wrote " + file + "\n");
      assertThat(Files.readString(file))
          .isEqualTo(run(MACHINE, "--type", "m6a.large", "-o", format).out());
    }
    GoldenFile.assertSame(
        "what-if-erp-training.csv", run(MACHINE, "--type", "m6a.large", "-o", "csv").out());
    GoldenFile.assertSame("what-if-erp-training.md", run(MACHINE, "-o", "md").out());
  }

  @Test
  void saysThatMemoryWasNotRecorded() {
    assertThat(run("build-old").out())
        .contains("nothing is known of memory, since it was not recorded")
        .containsPattern("out of memory, times +not recorded +not recorded");
  }

  @Test
  void refusesWhatItCannotCompare(@TempDir Path folder) {
    assertThat(run("erp-trainin"))
        .isEqualTo(
            new Run(
                ExitCode.ERROR,
                "",
                "headroom: Cannot find erp-trainin in the recording; did you mean erp-training\n"));
    assertThat(run(MACHINE, "--type", "m6a.larg").err())
        .startsWith(
            "headroom: Cannot find the type m6a.larg in ap-south-1; did you mean m6a.large");
    assertThat(run(MACHINE, "--type", "n2-custom-0-1024").exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run(MACHINE, "--as-of", "2020-01-01T00:00:00Z").err())
        .contains("neither CPU nor memory was recorded");
    assertThat(run(MACHINE, "-o", "name"))
        .isEqualTo(
            new Run(
                ExitCode.USAGE,
                "",
                "headroom: Invalid output: name; expected table, json, yaml, csv, md or html\n"));
    Run nowhere = run(MACHINE, "--out", folder.resolve("none").resolve("x.json").toString());
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(nowhere.out()).isEmpty();
    assertThat(nowhere.err()).contains("its folder does not exist");
  }

  @Test
  void explainDrawsDemandDayByDayForAPersonOnly() {
    List<String> explain = List.of("explain", "--recording", "demo", MACHINE);
    assertThat(run(/* person= */ true, Map.of("LANG", "C.UTF-8", "NO_COLOR", "1"), explain).out())
        .contains("Day by day, 2026-06-08 to 2026-07-19")
        .contains("most on 2026-06-23: 3.4 vCPU");
    assertThat(run(/* person= */ false, Map.of(), explain).out()).doesNotContain("Day by day");
  }
}
