package io.headroom.cli;

import static io.headroom.testing.RecordingFiles.HEADER;
import static io.headroom.testing.RecordingFiles.inventoryOf;
import static io.headroom.testing.RecordingFiles.machine;
import static io.headroom.testing.RecordingFiles.packed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.headroom.testing.CommandRun;
import io.headroom.testing.FaultyFleet;
import io.headroom.testing.RecordingFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a new user gets wrong, and the sentence that says so. */
class BadInputTest {

  private static final String START = "2026-08-01T00:00:00Z";

  @TempDir private static Path folder;

  @BeforeAll
  static void writeFiles() throws IOException {
    FaultyFleet.write(folder.resolve("fleet"));
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("taken.csv"));
    inventory("broken-json", "{\"api_version\": \"headroom/v1\",\n \"kind\":");
    inventory("other-version", inventoryOf(machine("i-1")).replace("headroom/v1", "headroom/v9"));
    inventory(
        "twins",
        inventoryOf(machine("i-1", ", \"name\": \"web\""), machine("i-2", ", \"name\": \"web\"")));
    policy("broken", "api_version: headroom/v1\nkind: [Policy\n");
    policy("anchors", "api_version: &v headroom/v1\n");
    policy("twice", "kind: Policy\nkind: Policy\n");
    policy("country", "api_version: headroom/v1\nkind: NO\n");
    policy("octal", "api_version: headroom/v1\nkind: Policy\nname: 010\n");
  }

  private static void inventory(String name, String text) {
    RecordingFiles.write(folder.resolve(name).resolve("inventory.json"), text);
  }

  private static void policy(String name, String text) {
    RecordingFiles.write(folder.resolve(name + ".yaml"), text);
  }

  /** Command, exit code, and what the one sentence has: what is wrong, what was expected. */
  static Stream<Arguments> refused() {
    return Stream.of(
        bad("recommend", 64, "Missing --recording DIR", "name the folder"),
        bad("recommend --recording @/none", 1, "/none: there is no such folder", "expected one"),
        bad(
            "recommend --recording @/fleet/inventory.json",
            1,
            "it is a file",
            "expected the folder"),
        bad("recommend --recording @/empty", 1, "has no inventory.json", "expected a folder with"),
        bad("recommend --recording @/broken-json", 1, "inventory.json: line", "is not JSON"),
        bad("recommend --recording @/other-version", 1, "\"headroom/v9\"", "expected headroom/v1"),
        bad("recommend --recording", 64, "parameter for option '--recording' (DIR)", "--help"),
        bad("recommend --recrding x", 64, "Unknown option --recrding", "did you mean --recording"),
        bad("recomend", 64, "Unknown command recomend", "did you mean recommend"),
        bad("recommend extra", 64, "Unknown argument extra", "--help says more"),
        bad("policy", 64, "Missing command after headroom policy", "list, schema, test, validate"),
        bad("completion fish", 64, "Unknown command fish", "expected bash, zsh"),
        bad("FLEET -o jsn", 64, "'jsn' is no format", "expected table, wide, json"),
        bad(
            "FLEET --policy peak-plus-hal",
            1,
            "peak-plus-hal: Cannot find",
            "did you mean peak-plus-half"),
        bad("FLEET --policy @/broken.yaml", 1, "broken.yaml:", "3:1"),
        bad("FLEET --policy @/anchors.yaml", 1, "anchors.yaml:1:", "anchor"),
        bad("FLEET --policy @/twice.yaml", 1, "twice.yaml:2:1", "kind"),
        bad("FLEET --prices @/none.yaml", 1, "none.yaml", "there is no such file"),
        bad(
            "FLEET --as-of yesterday",
            64,
            "'yesterday' is not a time",
            "expected one such as 2026"),
        bad(
            "FLEET --as-of 2030-01-01T00:00:00Z",
            64,
            "Invalid --as-of",
            "no later than the recording"),
        bad(
            "FLEET --out @/a.csv --out @/./a.csv",
            64,
            "is named twice",
            "expected different files"),
        bad("FLEET -o csv --out @/none/a.csv", 1, "Cannot write", "its folder does not exist"),
        bad("FLEET -o csv --out @/taken.csv", 1, "Cannot write", "there is a folder of that name"),
        bad("FLEET --out @/a.xls", 64, "a.xls", "expected a file that ends in .txt, .json"),
        bad("explain --recording @/fleet", 64, "Missing required parameter: 'ID'", "--help"),
        bad(
            "explain --recording @/fleet i-9-dayz",
            1,
            "Cannot find i-9-dayz",
            "did you mean i-9-days"),
        bad(
            "explain --recording @/twins web",
            1,
            "2 machines have that name",
            "use an id: i-1, i-2"),
        bad(
            "explain --recording @/fleet i-9-days -o xml",
            64,
            "xml",
            "expected table, json or yaml"),
        bad("workers --vcpus 4", 64, "Missing required option", "--memory=SIZE"),
        bad("workers --vcpus 0 --memory 1GiB", 64, "Invalid --vcpus: 0", "expected more than 0"),
        bad("workers --vcpus -2 --memory 1GiB", 64, "Invalid --vcpus: -2", "expected more than 0"),
        bad(
            "workers --vcpus NaN --memory 1GiB",
            64,
            "'NaN' is no number",
            "expected one such as 4"),
        bad("workers --vcpus Infinity --memory 1GiB", 64, "'Infinity' is no number", "such as 4"),
        bad("workers --vcpus 1e300 --memory 1GiB", 64, "Invalid --vcpus", "at most 100000"),
        bad(
            "workers --vcpus four --memory 1GiB",
            64,
            "'four' is no number",
            "expected one such as"),
        bad("workers --vcpus 4 --memory 16", 64, "'16' is not a size", "150MiB or 4GiB"),
        bad("workers --vcpus 4 --memory 16GB", 64, "'16GB' is not a size", "150MiB or 4GiB"),
        bad("workers --vcpus 4 --memory 0MiB", 64, "Invalid --memory: 0 MiB", "more than none"),
        bad("workers --vcpus 4 --memory -1GiB", 64, "'-1GiB' is not a size", "150MiB or 4GiB"),
        bad(
            "workers --vcpus 4 --memory 1GiB --per-worker 0MiB",
            64,
            "--per-worker",
            "more than none"),
        bad(
            "workers --vcpus 4 --memory 1GiB --co-resident -3",
            64,
            "--co-resident: -3",
            "0 or more"),
        bad(
            "workers --vcpus 4 --memory 1GiB --co-resident 9",
            64,
            "--co-resident: 9",
            "at most --vcpus"),
        bad(
            "workers --vcpus 4 --memory 1GiB --recipe django",
            64,
            "django",
            "frappe-bench or gunicorn"),
        bad(
            "workers --vcpus 4 --memory 1GiB --minimum x",
            64,
            "'x' is no whole number",
            "such as 4"),
        bad("workers --vcpus 4 --memory 1GiB -o yaml", 64, "Invalid output: yaml", "table or json"),
        bad("workers --vcpus 4 --vcpus 3 --memory 1GiB", 64, "'--vcpus'", "only once"),
        bad(
            "catalog show m5.larg --region us-east-1",
            1,
            "Cannot find m5.larg",
            "did you mean m5.large"),
        bad("catalog list --region mars-1", 1, "Cannot find region mars-1", "known are ap-south-1"),
        bad("catalog list --provider azure", 64, "Invalid --provider: azure", "aws or gce"),
        bad("import --traces @/none --recording @/x", 1, "Cannot import", "no such file"));
  }

  private static Arguments bad(String command, int exitCode, String wrong, String expected) {
    return arguments(
        command.replace("FLEET", "recommend --recording @/fleet"), exitCode, wrong, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedInOneSentence(String command, int exitCode, String wrong, String expected) {
    CommandRun run = run(command);

    assertThat(run.err()).startsWith("headroom: ").contains(wrong).contains(expected);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  /** Every problem of a policy is a sentence of its own, with file, line and column. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("trapsOfYaml")
  void refusesWhatYamlWouldChangeSilently(String file, String problem) {
    CommandRun run = run("recommend --recording @/fleet --policy @/" + file);

    assertThat(run.err().lines())
        .anySatisfy(line -> assertThat(line).contains(file).contains(problem));
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
  }

  static Stream<Arguments> trapsOfYaml() {
    return Stream.of(
        arguments("country.yaml", "country.yaml:2:7"), arguments("octal.yaml", "octal.yaml:3:7"));
  }

  /** A row that cannot be used, and what is said of it. Its machine loses that series alone. */
  static Stream<Arguments> badRows() {
    return Stream.of(
        arguments("i-1,cpu_utilization_avg,gallons," + START + ",300,1", "gallons"),
        arguments("i-1,cpu_utilization_avg,percent," + START + ",300,NaN", "NaN"),
        arguments("i-1,cpu_utilization_avg,percent," + START + ",300,-5", "-5"),
        arguments("i-1,cpu_utilization_avg,percent," + START + ",300,Infinity", "Infinity"),
        arguments("i-1,cpu,percent," + START + ",300,1", "expected cpu_utilization_avg"),
        arguments("i-1,cpu_utilization_avg,percent,yesterday,300,1", "yesterday"),
        arguments("i-1,cpu_utilization_avg,percent," + START + ",0,1", "step_seconds"),
        arguments("i-7,cpu_utilization_avg,percent," + START + ",300,1", "is not in the inventory"),
        arguments("i-1,cpu_utilization_avg", "samples.csv.gz"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRows")
  void tellsOfABadRowAndJudgesTheMachine(String row, String told, @TempDir Path recording) {
    RecordingFiles.writeInventory(recording, "i-1");
    RecordingFiles.writeSamples(recording, row);

    CommandRun run = CommandRun.of("recommend", "--recording", recording.toString(), "-o", "csv");

    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("problem: ").contains("samples.csv.gz").contains(told);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.exitCode()).isEqualTo(3);
  }

  static Stream<Arguments> badSamplesFiles() {
    byte[] whole = packed(HEADER + "i-1,cpu_utilization_avg,percent," + START + ",300,1;2;3\n");
    return Stream.of(
        arguments("text that is not packed", "hello".getBytes(UTF_8), "not packed with gzip"),
        arguments("truncated", Arrays.copyOf(whole, whole.length / 2), "samples.csv.gz"),
        arguments("nothing", new byte[0], "it is empty or cut short"),
        arguments("another header", packed("a,b\nc,d\ne,f\n"), "expected"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badSamplesFiles")
  void tellsOfABadSamplesFileAndJudgesTheMachine(
      String what, byte[] samples, String told, @TempDir Path recording) {
    RecordingFiles.writeInventory(recording, "i-1");
    RecordingFiles.write(recording.resolve("samples.csv.gz"), samples);

    CommandRun run = CommandRun.of("recommend", "--recording", recording.toString(), "-o", "csv");

    assertThat(run.err().lines()).as(what).hasSize(1);
    assertThat(run.err()).startsWith("problem: ").contains(told);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void refusesALineOf500MegabytesWithoutHoldingIt(@TempDir Path recording) throws IOException {
    RecordingFiles.writeInventory(recording, "i-1");
    byte[] mebibyte = "1;".repeat(1 << 19).getBytes(UTF_8);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(recording.resolve("samples.csv.gz")))) {
      out.write((HEADER + "i-1,cpu_utilization_avg,percent," + START + ",300,").getBytes(UTF_8));
      for (int written = 0; written < 500; written++) {
        out.write(mebibyte);
      }
    }

    CommandRun run = CommandRun.of("recommend", "--recording", recording.toString(), "-o", "csv");

    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("samples.csv.gz").contains("8 MiB");
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void findsTwoMachinesOfOneId(@TempDir Path recording) {
    RecordingFiles.writeInventory(recording, "i-1", "i-1");
    RecordingFiles.writeSamples(recording);

    CommandRun run = CommandRun.of("recommend", "--recording", recording.toString(), "-o", "csv");

    assertThat(run.err()).contains("problem: ").contains("i-1");
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void recommendsNothingAsOfATimeBeforeTheRecording() {
    CommandRun run = run("recommend --recording @/fleet --as-of 2020-01-01T00:00:00Z -o name");

    assertThat(run.out()).isEmpty();
  }

  @Test
  void keepsTheFileThatIsThereWhenAnotherCannotBeWritten() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.csv"), "kept");

    CommandRun run = run("recommend --recording @/fleet --out @/kept.csv --out @/none/b.csv");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(kept).hasContent("kept");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  private static CommandRun run(String command) {
    return CommandRun.of(
        Arrays.stream(command.split(" ", -1))
            .map(word -> word.replace("@", folder.toString()))
            .toArray(String[]::new));
  }
}
