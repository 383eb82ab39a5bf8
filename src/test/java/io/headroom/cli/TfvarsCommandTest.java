package io.headroom.cli;

import static io.headroom.testing.States.ec2;
import static io.headroom.testing.States.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.testing.CommandRun;
import io.headroom.testing.GoldenFile;
import io.headroom.testing.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfvarsCommandTest {

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("sizes.auto.tfvars.json");
  }

  private static CommandRun run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("tfvars", "--recording", "demo"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  /** A recording of three machines of which nobody knows what they use: all stay as they are. */
  private Path recorded(String... instances) {
    Path recording = folder.resolve("fleet");
    RecordingFiles.write(
        recording.resolve("inventory.json"), RecordingFiles.inventoryOf(instances));
    RecordingFiles.writeSamples(recording);
    return recording;
  }

  private CommandRun run(Path recording, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("tfvars", "--recording", recording.toString(), "--out", file.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void printsTheVariablesOfTheBundledFleet() {
    GoldenFile.assertSame("demo.auto.tfvars.json", run().out());
  }

  @Test
  void writesTheFileAndThenHasNothingToChange() throws IOException {
    CommandRun first = run("--out", file.toString());
    String text = Files.readString(file);
    CommandRun second = run("--out", file.toString(), "-o", "diff", "--detailed-exitcode");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .contains("Variables: 25 to add")
        .contains("  + api-otterlea  instance_type t4g.medium (now t4g.large)\n")
        .contains("  + build-old  instance_type c5.xlarge\n");
    assertThat(first.err()).contains("wrote " + file + ", sha256 ");
    assertThat(text).isEqualTo(run().out());
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void showsWhatChangesAsADiffAndAsAComment() throws IOException {
    assertThat(run("--out", file.toString()).exitCode()).isZero();
    Files.writeString(file, Files.readString(file).replace("\"t4g.medium\"", "\"t4g.large\""));

    CommandRun diff = run("--out", file.toString(), "-o", "diff", "--dry-run");
    CommandRun comment = run("--out", file.toString(), "-o", "md", "--dry-run");
    CommandRun told = run("--out", file.toString(), "--detailed-exitcode");

    assertThat(diff.out())
        .contains("--- " + file + "\n+++ " + file + "\n@@ ")
        .contains("-      \"instance_type\" : \"t4g.large\"")
        .contains("+      \"instance_type\" : \"t4g.medium\"");
    assertThat(comment.out())
        .contains("| \\~ | api\\-otterlea | t4g\\.large → t4g\\.medium |")
        .contains("<details><summary>Why</summary>");
    assertThat(told.exitCode()).isEqualTo(ExitCode.CHANGES);
  }

  @Test
  void refusesAFileThatIsNotTheExpectedOne() throws IOException {
    assertThat(run("--out", file.toString(), "--expect-hash", "none").exitCode()).isZero();
    String text = Files.readString(file);

    CommandRun again = run("--out", file.toString(), "--expect-hash", "none");

    assertThat(again.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("somebody else changed it");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void keysComeFromTheState() throws IOException {
    Path known = folder.resolve("state.json");
    RecordingFiles.write(
        known,
        state(
            ec2("module.machine[\"erp\"].aws_instance.this", "i-1", "m5.large"),
            ec2("aws_instance.web[0]", "i-2", "m5.xlarge"),
            ec2("aws_instance.a", "i-3", "m5.large"),
            ec2("aws_instance.b", "i-3", "m5.large"),
            ec2("aws_instance.gone", "i-9", "m5.large")));
    Path recording =
        recorded(
            RecordingFiles.machine("i-1"),
            RecordingFiles.machine("i-2"),
            RecordingFiles.machine("i-3"),
            RecordingFiles.machine("i-4"));

    CommandRun run = run(recording, "--state", known.toString());

    JsonNode instances = new ObjectMapper().readTree(Files.readString(file)).path("instances");
    assertThat(instances.fieldNames()).toIterable().containsExactly("aws_instance.web[0]", "erp");
    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .contains(
            "Cannot choose a key for i-3: the state has it 2 times, at aws_instance.a and"
                + " aws_instance.b")
        .contains("on i-2 (aws_instance.web[0]): it says m5.xlarge, the recording m5.large")
        .contains("Cannot find i-9 (aws_instance.gone) of the state in the recording")
        .contains("1 machine not written, each is not in the state " + known + ": i-4");
  }

  @Test
  void checksThatFileStateAndCloudAgree() {
    Path known = folder.resolve("state.json");
    Path recording = recorded(RecordingFiles.machine("i-1"));
    RecordingFiles.write(known, state(ec2("aws_instance.a[\"erp\"]", "i-1", "m5.large")));
    RecordingFiles.write(file, "{\"instances\": {\"erp\": {\"instance_type\": \"m5.large\"}}}");

    CommandRun agreed = run(recording, "--state", known.toString(), "--check");
    RecordingFiles.write(file, "{\"instances\": {\"erp\": {\"instance_type\": \"m6a.large\"}}}");
    CommandRun drifted = run(recording, "--state", known.toString(), "--check", "-o", "json");

    assertThat(agreed.exitCode()).isZero();
    assertThat(agreed.out()).isEqualTo("1 machine compared, 0 differences\n");
    assertThat(drifted.exitCode()).isEqualTo(ExitCode.CHANGES);
    assertThat(drifted.out()).contains("\"differs\" : \"file\"");
  }

  @Test
  void takesKeysFromTagsAndFromAFile() throws IOException {
    Path keys = folder.resolve("keys.yaml");
    RecordingFiles.write(keys, "i-2: second\n");
    Path recording =
        recorded(
            RecordingFiles.machine("i-1", ", \"tags\": {\"headroom:key\": \"first\"}"),
            RecordingFiles.machine("i-2"));

    CommandRun run = run(recording, "--key", "tag:headroom:key", "--keys", keys.toString());

    assertThat(run.err()).doesNotContain("not written");
    assertThat(new ObjectMapper().readTree(Files.readString(file)).path("instances").fieldNames())
        .toIterable()
        .containsExactly("first", "second");
  }

  @Test
  void keepsFallbacksOfMachinesThatStay() throws IOException {
    Path fallbacks = folder.resolve("fallbacks.auto.tfvars.json");
    RecordingFiles.write(
        fallbacks,
        "{\"instance_fallbacks\": {\"mail-relay\": [\"t3.small\"], \"gone\": [\"m5.large\"]}}");

    CommandRun run = run("--out", file.toString(), "--fallbacks", fallbacks.toString());

    JsonNode written =
        new ObjectMapper().readTree(Files.readString(fallbacks)).path("instance_fallbacks");
    assertThat(run.exitCode()).isZero();
    assertThat(written.path("mail-relay").get(0).asText()).isEqualTo("t3.small");
    assertThat(written.has("gone")).isFalse();
    assertThat(written.path("ci-runner-2").isEmpty()).isFalse();
  }

  @Test
  void saysHonestlyThatApprovalsNeedAStore() {
    CommandRun run = run("--approved-only");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err()).contains("no store is configured");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThat(run("--variable", "${x}").err()).contains("Invalid variable name: \"${x}\"");
    assertThat(run("--variable", "a b").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("--key", "colour").err()).contains("Invalid --key: colour");
    assertThat(run("--key", "state").err()).contains("Missing --state FILE");
    assertThat(run("--check").err()).contains("Missing --out FILE");
    assertThat(run("--expect-hash", "none").err()).contains("Missing --out FILE");
    assertThat(run("--expect-hash", "abc").err()).contains("Invalid hash");
    assertThat(run("--out", "sizes.tfvars").err()).contains("Invalid file of variables");
    assertThat(run("--out", file.toString(), "--check", "-o", "diff").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }
}
