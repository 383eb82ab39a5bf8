package io.headroom.cli;

import static io.headroom.testing.RecordingFiles.inventoryOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.headroom.testing.CommandRun;
import io.headroom.testing.FaultyFleet;
import io.headroom.testing.RecordingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A verdict for every machine, whatever is missing, in every format. */
class RecommendCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Text that would do harm on a terminal, in a spreadsheet and in Markdown. */
  private static final String HOSTILE =
      "=cmd|'/c calc'!A1\u001b[31m\n| <script>`x`\u202e" + "long".repeat(200);

  @TempDir private Path folder;

  @BeforeEach
  void writeRecording() {
    FaultyFleet.write(folder);
  }

  private CommandRun recommend(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("recommend", "--recording", folder.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void givesEveryMachineExactlyOneItemAndNamesWhatIsMissing() {
    CommandRun run = recommend("-o", "json");

    JsonNode document = json(run.out());
    List<String> ids = new ArrayList<>();
    document.get("items").forEach(item -> ids.add(item.get("instance_id").asText()));
    assertThat(ids).containsExactlyInAnyOrderElementsOf(FaultyFleet.IDS);
    // the unknown region is the one thing that went wrong
    assertThat(document.get("problems")).hasSize(1);
    assertThat(document.get("problems").get(0).get("code").asText()).isEqualTo("unknown_region");
    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"i-3-memory", "i-4-half-of-memory", "i-5-room-in-memory"})
  void neverTakesMemoryThatNobodyMeasured(String id) {
    JsonNode document = json(recommend("-o", "json").out());

    for (JsonNode item : document.get("items")) {
      if (item.get("instance_id").asText().equals(id)) {
        // m5.large has 8 GiB
        assertThat(item.get("options"))
            .allSatisfy(
                option ->
                    assertThat(option.get("memory_mib").asInt()).isGreaterThanOrEqualTo(8192));
      }
    }
  }

  @Test
  void takesMemoryOnceItIsMeasured() {
    JsonNode item = json(recommend("-o", "json").out()).get("items").get(0);

    // 1,024 MiB and a half are needed: the laws above are not kept by never shrinking anything
    assertThat(item.get("instance_id").asText()).isEqualTo("i-1-nothing");
    assertThat(item.get("options").get(0).get("memory_mib").asInt()).isLessThan(8192);
  }

  @Test
  void givesTheSameBytesTwiceAndInAnotherLocaleAndZone() {
    String first = recommend("-o", "json").out();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(new Locale.Builder().setLanguageTag("ar-EG-u-nu-arab").build());
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

      assertThat(recommend("-o", "json").out()).isEqualTo(first);
      assertThat(recommend("-o", "wide").out()).contains("m5.large").doesNotContain("٫");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(recommend("-o", "json").out()).isEqualTo(first);
  }

  @Test
  void keepsNamesAndOrderOfTheDocument() {
    JsonNode document = json(recommend("-o", "json").out());

    assertThat(names(document))
        .containsExactly("api_version", "kind", "as_of", "items", "totals", "problems");
    assertThat(document.get("items"))
        .allSatisfy(
            item ->
                assertThat(names(item))
                    .containsSubsequence(
                        "instance_id",
                        "name",
                        "provider",
                        "account",
                        "region",
                        "zone",
                        "tags",
                        "finding",
                        "finding_reasons",
                        "current",
                        "demand",
                        "required",
                        "options",
                        "workers",
                        "rejected",
                        "policy",
                        "because"));
    JsonNode option = document.get("items").get(0).get("options").get(0);
    assertThat(names(option))
        .containsSubsequence(
            "rank",
            "instance_type",
            "vcpus",
            "memory_mib",
            "monthly_price",
            "monthly_saving",
            "performance_risk",
            "projected",
            "workers",
            "migration_effort",
            "blockers");
    assertThat(names(option.get("monthly_price"))).containsExactly("amount", "currency", "per");
  }

  @Test
  void saysTheSameInYaml() {
    Object yaml =
        new Load(LoadSettings.builder().build()).loadFromString(recommend("-o", "yaml").out());

    assertThat(JSON.<JsonNode>valueToTree(yaml))
        .hasToString(json(recommend("-o", "json").out()).toString());
  }

  @Test
  void writesARowOfASpreadsheetForEveryMachine() throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(recommend("-o", "csv").out())) {
      assertThat(csv.stream().map(row -> row.getField("instance_id")))
          .containsExactlyInAnyOrderElementsOf(FaultyFleet.IDS);
    }
  }

  @Test
  void writesFilesByTheirSuffixWithTheSameContentAsTheFormat() {
    Path file = folder.resolveSibling(folder.getFileName() + "-out.json");

    CommandRun run = recommend("-o", "name", "--out", file.toString());

    assertThat(file).hasContent(recommend("-o", "json").out());
    assertThat(run.err()).contains("wrote " + file);
    assertThat(run.out().lines()).contains("i-1-nothing").doesNotContain("i-2-samples");
    assertThat(file.toFile().delete()).isTrue();
  }

  @Test
  void coloursATableForAPersonOnly() {
    String[] command = {"recommend", "--recording", folder.toString()};

    assertThat(CommandRun.onTerminal(Map.of(), command).out()).contains("\u001b[");
    assertThat(CommandRun.onTerminal(Map.of("NO_COLOR", "1"), command).out())
        .doesNotContain("\u001b[");
    assertThat(CommandRun.onTerminal(Map.of("TERM", "dumb"), command).out())
        .doesNotContain("\u001b[");
    assertThat(CommandRun.of(command).out()).doesNotContain("\u001b[");
  }

  @Test
  void tellsOfChangesByTheExitCodeWhenAsked() throws IOException {
    Path sound = Files.createDirectory(folder.resolve("sound"));
    RecordingFiles.writeInventory(sound, "i-1");
    RecordingFiles.writeSamples(
        sound,
        "i-1,cpu_utilization_avg,percent,2026-06-22T00:00:00Z,300," + "10;".repeat(42 * 288),
        "i-1,memory_used,mib,2026-06-22T00:00:00Z,300," + "1024;".repeat(42 * 288));
    String[] command = {"recommend", "--recording", sound.toString()};

    assertThat(CommandRun.of(command).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(
            CommandRun.of("recommend", "--recording", sound.toString(), "--detailed-exitcode")
                .exitCode())
        .isEqualTo(ExitCode.CHANGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "wide", "csv", "md", "name"})
  void letsNothingHarmfulThrough(String format) {
    writeHostile();

    CommandRun run = recommend("-o", format);

    assertThat(run.out() + run.err()).doesNotContain("\u001b", "\u202e", "\r");
    if (format.equals("md")) {
      assertThat(run.out()).doesNotContain("<script>", "'!A1").contains("\\|", "\\<script\\>");
    }
    if (format.equals("csv")) {
      assertThat(run.out()).contains(",'=cmd|").doesNotContain(",=cmd");
    }
  }

  @Test
  void keepsHarmfulTextExactlyInJson() {
    writeHostile();

    String out = recommend("-o", "json").out();

    assertThat(out).doesNotContain("\u001b");
    JsonNode item = json(out).get("items").get(0);
    assertThat(item.get("name").asText()).isEqualTo(HOSTILE);
    assertThat(item.get("tags").get(HOSTILE).asText()).isEqualTo(HOSTILE);
  }

  private void writeHostile() {
    String name = JSON.valueToTree(HOSTILE).toString();
    RecordingFiles.write(
        folder.resolve("inventory.json"),
        inventoryOf(
            RecordingFiles.machine(
                "i-1-nothing",
                ", \"name\": " + name + ", \"tags\": {" + name + ": " + name + "}")));
  }
}
