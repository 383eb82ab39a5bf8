package io.headroom.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.terraform.variables.EntryFields;
import io.headroom.testing.GoldenFile;
import io.headroom.testing.Hcl;
import io.headroom.testing.Hcl.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold of the modules and examples whether or not there is a Terraform to ask; those on
 * Google have nothing else that looks at them.
 */
class ModulesTest {

  private static final Path MODULES = Path.of("terraform", "modules");
  private static final Path EXAMPLES = Path.of("terraform", "examples");
  private static final String BEGIN = "<!-- generated: variables and outputs -->\n";
  private static final String END = "<!-- end -->\n";

  static List<Path> modules() {
    return foldersOf(MODULES);
  }

  static List<Path> all() {
    return Stream.concat(foldersOf(MODULES).stream(), foldersOf(EXAMPLES).stream()).toList();
  }

  private static List<Path> foldersOf(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreModulesForMachinesGroupsRightsAndTheService() {
    assertThat(modules())
        .extracting(module -> module.getFileName().toString())
        .containsExactly(
            "aws-rightsized-asg",
            "aws-rightsized-instance",
            "gcp-rightsized-instance",
            "headroom-iam-aws",
            "headroom-iam-gcp",
            "headroom-service-aws",
            "headroom-service-gcp");
  }

  @ParameterizedTest
  @MethodSource("all")
  void versionsArePinned(Path folder) {
    Hcl hcl = Hcl.read(folder);

    assertThat(hcl.text()).contains("required_version = \">= 1.7, < 2.0\"");
    assertThat(hcl.mentioned("(?m)^      version = \"([^\"]*)\""))
        .isNotEmpty()
        .allMatch(version -> version.startsWith("~> "));
    List<String> used = hcl.mentioned("(?m)^(?:resource|data) \"([a-z]+)_");
    assertThat(hcl.mentioned("(?m)^    ([a-z]+) = \\{$")).containsAll(used);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyVariableAndOutputSaysWhatItIs(Path folder) {
    Hcl hcl = Hcl.read(folder);

    assertThat(hcl.all("variable")).isNotEmpty();
    assertThat(hcl.all("output")).isNotEmpty();
    for (Block variable : hcl.all("variable")) {
      assertThat(variable.attribute("type")).as("type of %s", variable.name()).isPresent();
      assertThat(variable.text("description").orElse(""))
          .as("description of %s", variable.name())
          .hasSizeGreaterThan(8)
          .endsWith(".");
    }
    for (Block output : hcl.all("output")) {
      assertThat(output.text("description").orElse("")).as(output.name()).endsWith(".");
      assertThat(output.attribute("value")).as(output.name()).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsMentionedIsThereAndWhatIsThereIsMentioned(Path folder) {
    Hcl hcl = Hcl.read(folder);

    assertThat(hcl.mentioned("\\bvar\\.(\\w+)"))
        .containsExactlyInAnyOrderElementsOf(names(hcl.all("variable")));
    assertThat(hcl.mentioned("\\blocal\\.(\\w+)")).containsExactlyInAnyOrderElementsOf(locals(hcl));
    List<String> declared =
        Stream.concat(hcl.all("resource").stream(), hcl.all("data").stream())
            .map(block -> String.join(".", block.labels()))
            .toList();
    assertThat(declared).containsAll(hcl.mentioned("\\b((?:aws|google|random)_\\w+\\.\\w+)\\b"));
    assertThat(names(hcl.all("module"))).containsAll(hcl.mentioned("\\bmodule\\.(\\w+)"));
  }

  private static List<String> names(List<Block> blocks) {
    return blocks.stream().map(Block::name).toList();
  }

  private static List<String> locals(Hcl hcl) {
    return hcl.all("locals").stream()
        .flatMap(block -> block.body().lines())
        .filter(line -> line.matches("  \\w+ +=.*"))
        .map(line -> line.strip().split("\\W", 2)[0])
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void bracesAndBracketsClose(Path folder) {
    String code = Hcl.read(folder).text().replaceAll("\"(\\\\.|[^\"\\\\])*\"", "");

    for (String pair : List.of("{}", "[]", "()")) {
      assertThat(code.chars().filter(one -> one == pair.charAt(0)).count())
          .isEqualTo(code.chars().filter(one -> one == pair.charAt(1)).count());
    }
  }

  @Test
  void theMapIsWhatTheFileHolds() {
    for (String module : List.of("aws-rightsized-instance", "aws-rightsized-asg")) {
      assertThat(fieldsOf(module)).as(module).isEqualTo(fields("machine_type"));
    }
    assertThat(fieldsOf("gcp-rightsized-instance")).isEqualTo(fields("instance_type"));
  }

  private static List<String> fields(String without) {
    return EntryFields.NAMES.stream().filter(name -> !name.equals(without)).toList();
  }

  private static List<String> fieldsOf(String module) {
    String type =
        Hcl.read(MODULES.resolve(module))
            .one("variable", "instances")
            .attribute("type")
            .orElseThrow();
    return Stream.of(type.replaceAll(".*\\{|\\}.*", "").split(", (?=\\w+ +=)", -1))
        .map(field -> field.strip().split(" ", 2)[0])
        .toList();
  }

  @Test
  void nothingThatFollowsARecommendationReplacesAMachine() {
    String aws = Hcl.read(MODULES.resolve("aws-rightsized-instance")).text();
    String gcp = Hcl.read(MODULES.resolve("gcp-rightsized-instance")).text();

    assertThat(aws)
        .contains("user_data_replace_on_change = false")
        .containsPattern("ignore_changes = \\[\\s+ami,\\s+user_data,");
    assertThat(gcp)
        .contains("allow_stopping_for_update = true")
        .contains("boot_disk[0].initialize_params[0].image")
        .doesNotContain("metadata_startup_script");
  }

  /** An operation leaves these; they are not Terraform's to take away. */
  @Test
  void whatHeadroomLeavesOnAMachineIsIgnored() {
    String aws = Hcl.read(MODULES.resolve("aws-rightsized-instance")).text();
    String gcp = Hcl.read(MODULES.resolve("gcp-rightsized-instance")).text();

    for (String crumb : List.of("op", "epoch", "from", "goal", "since")) {
      assertThat(aws).contains("tags[\"headroom:" + crumb + "\"],");
      assertThat(gcp).contains("labels[\"headroom-" + crumb + "\"],");
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theManualHasARowForEveryVariableAndOutput(Path module) throws IOException {
    Path manual = module.resolve("README.md");
    String text = Files.readString(manual);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(text).contains(BEGIN, END);
    String tables = tables(Hcl.read(module));
    if (GoldenFile.isWritten()) {
      Files.writeString(manual, text.substring(0, begin) + tables + text.substring(end));
      return;
    }

    assertThat(text.substring(begin, end))
        .as("tables of %s; -Dheadroom.golden=write writes them anew", manual)
        .isEqualTo(tables);
  }

  private static String tables(Hcl hcl) {
    String variables =
        hcl.all("variable").stream().map(ModulesTest::row).collect(Collectors.joining());
    String outputs =
        hcl.all("output").stream()
            .map(
                one -> "| `" + one.name() + "` | " + one.text("description").orElseThrow() + " |\n")
            .collect(Collectors.joining());
    return "\n| Variable | Meaning | Type | Default |\n| --- | --- | --- | --- |\n"
        + variables
        + "\n| Output | Meaning |\n| --- | --- |\n"
        + outputs
        + "\n";
  }

  private static String row(Block variable) {
    return "| `"
        + variable.name()
        + "` | "
        + variable.text("description").orElseThrow()
        + " | `"
        + variable.attribute("type").orElseThrow()
        + "` | "
        + variable.attribute("default").map(value -> "`" + value + "`").orElse("required")
        + " |\n";
  }
}
