package io.headroom.terraform.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.testing.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesFileTest {

  @TempDir private Path folder;

  private VariablesFile file() {
    return new VariablesFile(folder.resolve("sizes.auto.tfvars.json"));
  }

  private VariablesFile holding(String text) {
    RecordingFiles.write(file().path(), text);
    return file();
  }

  @Test
  void makesAFileThatIsNotThere() {
    FileHash hash = file().replace(FileHash.NONE, "{}\n");

    assertThat(file().path()).hasContent("{}\n");
    // printf '{}\n' | sha256sum
    assertThat(hash.text())
        .isEqualTo("ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356");
  }

  @Test
  void refusesToReplaceWhatSomebodyElseChanged() throws IOException {
    VariablesFile file = holding("{\"instances\": {}}");
    FileHash read = file.read(VariableName.INSTANCES).hash();
    RecordingFiles.write(file.path(), "{\"instances\": { }}");

    assertThatThrownBy(() -> file.replace(read, "{}"))
        .isInstanceOf(StaleVariablesException.class)
        .hasMessageContaining("somebody else changed it")
        .hasMessageContaining(read.text());
    assertThat(file.path()).hasContent("{\"instances\": { }}");
    assertThat(files()).containsExactly("sizes.auto.tfvars.json");
  }

  @Test
  void refusesToMakeWhatSomebodyElseMade() throws IOException {
    VariablesFile file = holding("{\"instances\": {}}");

    assertThatThrownBy(() -> file.replace(FileHash.NONE, "{}"))
        .isInstanceOf(StaleVariablesException.class);
    assertThat(file.path()).hasContent("{\"instances\": {}}");
    assertThat(files()).containsExactly("sizes.auto.tfvars.json");
  }

  @Test
  void refusesToReplaceWhatIsGone() {
    assertThatThrownBy(() -> file().replace(FileHash.of(new byte[] {1}), "{}"))
        .isInstanceOf(StaleVariablesException.class)
        .hasMessageContaining("its hash is none");
  }

  /** Of eight that read the same file and write at once, one succeeds. */
  @Test
  void oneOfManyWritersSucceeds() throws Exception {
    FileHash read = holding("{\"instances\": {}}").read(VariableName.INSTANCES).hash();
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> attempts =
          IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> () -> write(read, i)).toList();
      long successes = 0;
      for (Future<Boolean> attempt : writers.invokeAll(attempts)) {
        successes += attempt.get() ? 1 : 0;
      }
      assertThat(successes).isEqualTo(1);
    } finally {
      writers.shutdown();
    }
  }

  private boolean write(FileHash read, int writer) {
    try {
      file().replace(read, "{\"writer\": " + writer + "}");
      return true;
    } catch (StaleVariablesException refused) {
      return false;
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void refusesANameThatTerraformDoesNotReadAsJson() {
    assertThatThrownBy(() -> new VariablesFile(folder.resolve("sizes.auto.tfvars")))
        .isInstanceOf(VariablesException.class)
        .hasMessageContaining(".auto.tfvars.json");
  }

  @Test
  void readsWhatItWrote() {
    String text =
        """
        {
          "instances" : {
            "db" : {
              "machine_type" : "n2-custom-4-9216",
              "database_memory_mib" : 4096
            },
            "web" : {
              "instance_type" : "m6a.large",
              "workers" : 9,
              "background_workers" : 0,
              "reason" : "Because \\u202e \\"quoted\\" \\u2028 ${x}."
            }
          }
        }
        """;

    Variables read = holding(text).read(VariableName.INSTANCES).variables();

    assertThat(VariablesWriter.text(read)).isEqualTo(text);
    assertThat(read.of("web").orElseThrow().reason())
        .isEqualTo("Because \u202e \"quoted\" \u2028 ${x}.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"instances\": {}, \"region\": \"x\"} | Invalid region in ",
        "{\"instances\": []} | Invalid instances in ",
        "{} | Invalid instances in ",
        "[] | Invalid the document in ",
        "{\"instances\": {\"a\": {}}} | expected either instance_type or machine_type",
        "{\"instances\": {\"a\": {\"instance_type\": \"x\", \"machine_type\": \"y\"}}}"
            + " | expected either instance_type or machine_type",
        "{\"instances\": {\"a\": {\"instance_type\": 3}}} | expected the name of a type",
        "{\"instances\": {\"a\": {\"instance_type\": \"x\", \"workers\": 1.5}}}"
            + " | Invalid instances[\"a\"].workers in ",
        "{\"instances\": {\"a\": {\"instance_type\": \"x\", \"workers\": -1}}} | whole number",
        "{\"instances\": {\"a\": {\"instance_type\": \"x\", \"subnet\": \"s\"}}}"
            + " | Invalid instances[\"a\"].subnet in ",
        "{\"instances\": {\"a\": {\"instance_type\": \"x\", \"reason\": 1}}} | expected text",
        "{\"instances\": {\"a\": 1}} | Invalid instances[\"a\"] in ",
        "{\"instances\": {}, \"instances\": {}} | Duplicate field",
        "{\"instances\": {}} x | is not JSON",
      })
  void refusesWhatItWouldLose(String text, String reason) {
    VariablesFile file = holding(text);

    assertThatThrownBy(() -> file.read(VariableName.INSTANCES))
        .isInstanceOf(VariablesException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining(file.path().toString());
  }

  @ParameterizedTest
  @CsvSource({"instances", "_x", "a-b_9"})
  void takesNamesOfVariables(String name) {
    assertThat(new VariableName(name).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"9a", "a b", "${x}", "''", "a.b", "ä"})
  void refusesWhatIsNoNameOfAVariable(String name) {
    assertThatThrownBy(() -> new VariableName(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Invalid variable name");
  }
}
