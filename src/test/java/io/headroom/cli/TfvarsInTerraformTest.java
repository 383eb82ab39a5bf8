package io.headroom.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.testing.CommandRun;
import io.headroom.testing.RecordingFiles;
import io.headroom.testing.TerraformProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real Terraform reads of a file of variables; skipped where it is not installed. */
class TfvarsInTerraformTest {

  private static final List<String> NAMES =
      List.of(
          "${file(\"/etc/passwd\")}",
          "$${x} %{ for a in b } %%{x",
          "\"; resource \"aws_instance\" \"x\" {} #",
          "two\nlines\tand\r\u0001",
          "line\u2028separator\u2029and \u202eturned",
          "a\\b\\u0041",
          "</script><b>",
          "\uD83D\uDE00 gr\u00fcn",
          "'; DROP TABLE x; --");

  private static final String CONFIGURATION =
      """
      variable "instances" {
        type = map(object({
          instance_type = string
          reason        = optional(string, "")
        }))
      }

      output "keys" {
        value = keys(var.instances)
      }

      output "types" {
        value = [for size in values(var.instances) : size.instance_type]
      }
      """;

  @TempDir private Path folder;

  @Test
  void namesComeThroughAsPlainText() throws IOException, InterruptedException {
    Optional<TerraformProgram> terraform = TerraformProgram.in(folder);
    assumeTrue(terraform.isPresent(), "NOT EXERCISED: terraform is not on the path");
    Path recording = recorded();
    Path file = folder.resolve("sizes.auto.tfvars.json");
    CommandRun run =
        CommandRun.of("tfvars", "--recording", recording.toString(), "--out", file.toString());
    Files.writeString(folder.resolve("main.tf"), CONFIGURATION);

    terraform.get().run("init");
    terraform.get().run("apply", "-auto-approve");
    JsonNode outputs = new ObjectMapper().readTree(terraform.get().run("output", "-json"));

    assertThat(run.err()).doesNotContain("not written");
    assertThat(texts(outputs.path("keys").path("value")))
        .containsExactlyInAnyOrderElementsOf(NAMES);
    assertThat(texts(outputs.path("types").path("value"))).containsOnly("m5.large");
  }

  private Path recorded() throws IOException {
    Path recording = folder.resolve("fleet");
    List<String> machines = new ArrayList<>();
    for (String name : NAMES) {
      String id = "i-" + machines.size();
      machines.add(
          RecordingFiles.machine(id, ", \"name\": " + new ObjectMapper().writeValueAsString(name)));
    }
    Path inventory = recording.resolve("inventory.json");
    RecordingFiles.write(
        inventory, RecordingFiles.inventoryOf(machines.toArray(String[]::new)).getBytes(UTF_8));
    RecordingFiles.writeSamples(recording);
    return recording;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
