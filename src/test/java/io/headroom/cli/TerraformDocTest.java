package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.terraform.variables.VariableName;
import io.headroom.terraform.variables.VariablesFile;
import io.headroom.terraform.variables.VariablesWriter;
import io.headroom.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/terraform.md} says what the command does, and links to what there is. */
class TerraformDocTest {

  private static final Path MANUAL = Path.of("docs", "terraform.md");
  private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./[^)#]+)");

  /** Those that are of every command, or of {@code recommend}. */
  private static final List<String> OF_OTHERS =
      List.of(
          "--help",
          "--version",
          "--recording",
          "--store",
          "--policy",
          "--prices",
          "--catalog",
          "--as-of",
          "--output",
          "--file");

  private final String manual = Files.readString(MANUAL);

  TerraformDocTest() throws IOException {}

  @Test
  void namesEveryOption() {
    String help = CommandRun.of("tfvars", "--help").out();
    Stream<String> options =
        Pattern.compile("(?m)^\\s+(?:-\\w, )?(--[a-z-]+)")
            .matcher(help)
            .results()
            .map((MatchResult one) -> one.group(1))
            .filter(option -> !OF_OTHERS.contains(option));

    assertThat(options)
        .contains("--out", "--check", "--expect-hash")
        .allSatisfy(option -> assertThat(manual).contains("`" + option));
  }

  @Test
  void showsAFileAsItIsWritten(@TempDir Path folder) throws IOException {
    Matcher example = JSON.matcher(manual);
    assertThat(example.find()).isTrue();
    Path file = folder.resolve("sizes.auto.tfvars.json");
    Files.writeString(file, example.group(1));

    assertThat(
            VariablesWriter.text(new VariablesFile(file).read(VariableName.INSTANCES).variables()))
        .isEqualTo(example.group(1));
  }

  @Test
  void linksToWhatThereIs() {
    assertThat(LINK.matcher(manual).results().map((MatchResult one) -> one.group(1)))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(MANUAL.resolveSibling(link).normalize()).exists());
  }
}
