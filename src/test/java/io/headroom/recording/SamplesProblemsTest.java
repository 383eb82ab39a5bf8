package io.headroom.recording;

import static io.headroom.testing.RecordingFiles.HEADER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.recording.samples.MachineRows;
import io.headroom.recording.samples.SamplesSource;
import io.headroom.testing.RecordingFiles;
import io.headroom.testing.TestStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a samples file can be wrong, what is said of it and what it costs. */
class SamplesProblemsTest {

  private static final String START = "2026-08-01T00:00:00Z";
  private static final String MEMORY = "i-1,memory_used,mib," + START + ",300,4096;4100";
  private static final String METRICS =
      "cpu_utilization_avg, cpu_utilization_max, cpu_reserved, cpu_credit_balance,"
          + " cpu_credit_surplus, memory_used, memory_used_max, memory_balloon, swap_used,"
          + " swap_used_max, network_in, network_in_max, network_out, network_out_max,"
          + " disk_throughput, disk_throughput_max, disk_iops, disk_iops_max, disk_burst_balance,"
          + " psi_cpu or psi_memory";

  @TempDir private Path directory;

  @BeforeEach
  void writeInventory() {
    RecordingFiles.writeInventory(directory, "i-1", "i-2");
  }

  static Stream<Arguments> badRows() {
    return Stream.of(
        arguments(
            "i-1,cpu_utilization_avg,percent", "row", "3 fields; expected 6: " + HEADER.trim()),
        arguments(
            row("cpu", "percent", START, "300", "1;2"), "metric", "\"cpu\"; expected " + METRICS),
        arguments(
            row("cpu_utilization_avg", "%", START, "300", "1;2"),
            "unit",
            "\"%\"; expected percent, fraction or vcpus for cpu_utilization_avg"),
        arguments(
            row("cpu_utilization_avg", "mib", START, "300", "1;2"),
            "unit",
            "\"mib\"; expected percent, fraction or vcpus for cpu_utilization_avg"),
        arguments(
            row("network_in", "mib", START, "300", "1;2"),
            "unit",
            "\"mib\"; expected bytes_per_second for network_in"),
        arguments(badStart("yesterday"), "start", start("\"yesterday\"")),
        arguments(badStart(""), "start", start("nothing")),
        arguments(badStart("2026-08-01 00:00"), "start", start("\"2026-08-01 00:00\"")),
        arguments(badStart("1970-01-21T15:00:00Z"), "start", start("\"1970-01-21T15:00:00Z\"")),
        arguments(badStart("2100-01-01T00:00:00Z"), "start", start("\"2100-01-01T00:00:00Z\"")),
        arguments(badStart("2026-08-01T00:00:00.5Z"), "start", start("\"2026-08-01T00:00:00.5Z\"")),
        arguments(
            badStart("2099-12-31T23:55:00Z"),
            "start",
            "\"2099-12-31T23:55:00Z\" with slots that go on past 2099; expected an end in 2099 or"
                + " before"),
        arguments(badStep("0"), "step_seconds", step("\"0\"")),
        arguments(badStep("-300"), "step_seconds", step("\"-300\"")),
        arguments(badStep("300s"), "step_seconds", step("\"300s\"")),
        arguments(badStep("86401"), "step_seconds", step("\"86401\"")),
        arguments(badStep(""), "step_seconds", step("nothing")),
        arguments(badValues("1;NaN"), "values", value("\"NaN\"", 1)),
        arguments(badValues("inf;1"), "values", value("\"inf\"", 0)),
        arguments(badValues("1;2;-3"), "values", value("\"-3\"", 2)),
        arguments(badValues("1;idle"), "values", value("\"idle\"", 1)),
        arguments(badValues("1,2"), "values", value("\"1,2\"", 0)),
        arguments(badValues("\u001b[31m9"), "values", value("\"\\u001B[31m9\"", 0)),
        arguments(badValues(""), "values", "nothing; expected a value for at least one slot"),
        arguments(
            badValues("4e38"),
            "values",
            "\"4e38\" in slot 0; expected a number that single precision holds"),
        arguments(
            row("cpu_utilization_avg", "fraction", START, "300", "0.5;37.5"),
            "values",
            "\"37.5\" in slot 1; expected at most 16 (is the unit right?)"),
        arguments(
            "i-1,\"psi_cpu,percent," + START + ",60,1",
            "row",
            "\"i-1,\\\"psi_cpu,percent,2026-08-01T00:00:00Z,60,1\"; expected each"
                + " quoted field to end in a quote"));
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void aBadRowCostsItsSeriesAndIsNamed(String row, String field, String detail) {
    RecordingFiles.writeSamples(directory, row, MEMORY, "i-2,psi_cpu,percent," + START + ",60,1");

    ReadRecording read = ReadRecording.of(directory);

    boolean metricIsKnown = row.contains("cpu_utilization_avg,");
    String lost =
        metricIsKnown
            ? "cpu_utilization_avg of i-1"
            : row.contains("network_in,") ? "network_in of i-1" : "a row of i-1";
    assertThat(read.problems())
        .containsExactly(
            new RecordingProblem(
                "samples.csv.gz",
                OptionalLong.of(2),
                Optional.of("i-1"),
                Optional.of(field),
                "Invalid "
                    + field
                    + " in samples.csv.gz line 2: "
                    + detail
                    + "; "
                    + lost
                    + " is left out"));
    assertThat(read.series("i-1")).extracting(Series::metric).containsExactly(Metric.MEMORY_USED);
    assertThat(read.series("i-2")).hasSize(1);
  }

  @Test
  void aBadRowCostsTheOtherRowsOfItsSeriesToo() {
    // what is missing may be the peak, and what is left would look like all there was
    RecordingFiles.writeSamples(
        directory,
        "i-1,cpu_utilization_avg,percent,2026-07-30T00:00:00Z,300,1;2",
        badValues("99;x"),
        "i-1,cpu_utilization_avg,percent,2026-08-02T00:00:00Z,300,1;2",
        MEMORY);

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Invalid values in samples.csv.gz line 3: \"x\" in slot 1; expected a number of 0 or"
                + " more, or nothing for a slot without a sample; cpu_utilization_avg of i-1 is"
                + " left out");
    assertThat(read.series("i-1")).extracting(Series::metric).containsExactly(Metric.MEMORY_USED);
  }

  @Test
  void rowsThatOverlapCostTheirSeries() {
    RecordingFiles.writeSamples(
        directory,
        "i-1,cpu_utilization_avg,percent,2026-08-01T00:00:00Z,300,1;2;3",
        MEMORY,
        "i-1,cpu_utilization_avg,percent,2026-08-01T00:10:00Z,300,1;2");

    ReadRecording read = ReadRecording.of(directory);

    // the first row covers 00:00 to 00:15, the second begins at 00:10
    assertThat(read.messages())
        .containsExactly(
            "Invalid start in samples.csv.gz line 4: its slots overlap those of line 2 at"
                + " 2026-08-01T00:10:00Z; expected rows that follow each other;"
                + " cpu_utilization_avg of i-1 is left out");
    assertThat(read.series("i-1")).extracting(Series::metric).containsExactly(Metric.MEMORY_USED);
  }

  @Test
  void rowsOfUnknownMachinesAreLeftOut() {
    RecordingFiles.writeSamples(
        directory,
        "i-0,cpu_utilization_avg,percent," + START + ",300,1;2",
        "i-0,memory_used,mib," + START + ",300,1;2",
        MEMORY,
        "web\u202e,memory_used,mib," + START + ",300,1;2");

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Invalid instance_id in samples.csv.gz line 2: i-0 is not in the inventory; expected"
                + " the id of one that is; 2 rows are left out",
            "Invalid instance_id in samples.csv.gz line 5: web\\u202E is not in the inventory;"
                + " expected the id of one that is; the row is left out");
    assertThat(read.series("i-1")).hasSize(1);
  }

  @Test
  void rowsOfAMachineThatComeLateAreLeftOut() {
    RecordingFiles.writeSamples(
        directory,
        MEMORY,
        "i-2,memory_used,mib," + START + ",300,1;2",
        "i-1,cpu_utilization_avg,percent," + START + ",300,1;2",
        "i-1,swap_used,mib," + START + ",300,1;2");

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Invalid instance_id in samples.csv.gz line 4: i-1 comes again after rows of others;"
                + " expected all rows of a machine together; 2 rows are left out");
    assertThat(read.ids()).containsExactly("i-1", "i-2");
    assertThat(read.series("i-1")).extracting(Series::metric).containsExactly(Metric.MEMORY_USED);
  }

  @Test
  void rowsWithoutAnIdAreLeftOutAndBreakNothingUp() {
    RecordingFiles.writeSamples(
        directory,
        "i-1,cpu_utilization_avg,percent," + START + ",300,1;2",
        "# a comment",
        " ,memory_used,mib," + START + ",300,1;2",
        "\"i-1,memory_used",
        MEMORY);

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Invalid row in samples.csv.gz line 3: 1 field; expected 6: "
                + HEADER.trim()
                + "; the"
                + " row is left out",
            "Invalid instance_id in samples.csv.gz line 4: nothing; expected the id of an instance"
                + " in the inventory; the row is left out",
            "Invalid row in samples.csv.gz line 5: \"\\\"i-1,memory_used\"; expected each quoted"
                + " field to end in a quote; the row is left out");
    assertThat(read.series("i-1")).hasSize(2);
  }

  @Test
  void rowsOfMachinesThatTheInventoryLeftOutAreNotToldAgain() {
    RecordingFiles.write(
        directory.resolve("inventory.json"),
        RecordingFiles.inventoryOf(
            RecordingFiles.machine("i-1", ", \"state\": \"asleep\""),
            RecordingFiles.machine("i-2")));
    RecordingFiles.writeSamples(directory, MEMORY, "i-2,memory_used,mib," + START + ",300,1;2");

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.ids()).containsExactly("i-2");
    assertThat(read.inventoryMessages()).hasSize(1);
    assertThat(read.messages()).isEmpty();
  }

  @Test
  void aLineOfMoreThanEightMebibytesCostsItsSeries() {
    String values = "1;".repeat(4 * 1024 * 1024) + "1";
    RecordingFiles.writeSamples(directory, badValues(values), MEMORY);

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Invalid row in samples.csv.gz line 2: more than 8 MiB; expected a line of at most 8"
                + " MiB, and several rows for a longer series; cpu_utilization_avg of i-1 is left"
                + " out");
    assertThat(read.series("i-1")).hasSize(1);
  }

  @Test
  void aLineOfHalfAGigabyteCostsItsSeries() throws IOException {
    // a file of several packed parts is one file
    byte[] megabyte = RecordingFiles.packed("12.5;".repeat(200_000));
    try (OutputStream out = Files.newOutputStream(directory.resolve("samples.csv.gz"))) {
      out.write(
          RecordingFiles.packed(HEADER + "i-1,cpu_utilization_avg,percent," + START + ",300,"));
      for (int i = 0; i < 500; i++) {
        out.write(megabyte);
      }
      out.write(RecordingFiles.packed("\n" + MEMORY + "\n"));
    }

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages()).hasSize(1);
    assertThat(read.messages().get(0)).contains("line 2: more than 8 MiB");
    assertThat(read.series("i-1")).extracting(Series::metric).containsExactly(Metric.MEMORY_USED);
  }

  @Test
  void moreThan128MebibytesOfOneMachineAreLeftOut() {
    // 33 rows of 4 MiB, each of another day
    String values = "1;".repeat(2 * 1024 * 1024 - 64) + "1";
    String rows =
        IntStream.rangeClosed(1, 33)
            .mapToObj(
                i -> "i-1,swap_used,mib," + (2000 + i) + "-01-01T00:00:00Z,1," + values + "\n")
            .collect(Collectors.joining());
    RecordingFiles.write(
        directory.resolve("samples.csv"),
        HEADER + rows + "i-2,memory_used,mib," + START + ",300,1;2\n");

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Invalid row in samples.csv line 2: more than 128 MiB of samples; expected less;"
                + " all samples of i-1 are left out");
    assertThat(read.series("i-1")).isEmpty();
    assertThat(read.series("i-2")).hasSize(1);
  }

  @Test
  void windowsLineEndsMarksBlankLinesAndQuotesAreNoProblem() {
    RecordingFiles.write(
        directory.resolve("samples.csv"),
        "\uFEFF"
            + HEADER.replace("\n", "\r\n")
            + "\r\n\"i-1\",\"memory_used\",mib,"
            + START
            + ",300,\"4096;4100\"\r\n"
            + "i-1,cpu_utilization_avg,percent,\""
            + START
            + "\",300,1;2\r\n\r\n");

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages()).isEmpty();
    assertThat(read.series("i-1"))
        .extracting(Series::metric)
        .containsExactly(Metric.CPU_UTILIZATION_AVG, Metric.MEMORY_USED);
    assertThat(read.series("i-1").get(1).value(1)).isEqualTo(4100);
  }

  @Test
  void aWrongHeaderCostsAllSamples() {
    RecordingFiles.write(
        directory.resolve("samples.csv.gz"),
        RecordingFiles.packed("id,metric,unit,start,step,values\n" + MEMORY + "\n"));

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Invalid header in samples.csv.gz line 1: \"id,metric,unit,start,step,values\";"
                + " expected instance_id,metric,unit,start,step_seconds,values; every machine is"
                + " without samples");
    assertThat(read.ids()).containsExactly("i-1", "i-2");
  }

  @Test
  void aMissingFileCostsAllSamples() {
    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Cannot read samples.csv.gz: the recording has neither samples.csv.gz nor samples.csv;"
                + " every machine is without samples");
    assertThat(read.ids()).containsExactly("i-1", "i-2");
  }

  @Test
  void aFileThatIsNotPackedCostsAllSamples() {
    RecordingFiles.write(directory.resolve("samples.csv.gz"), HEADER + MEMORY + "\n");

    assertThat(ReadRecording.of(directory).messages())
        .containsExactly(
            "Cannot read samples.csv.gz: it is not packed with gzip; name it samples.csv if it is"
                + " text; every machine is without samples");
  }

  @Test
  void anEmptyFileCostsAllSamples() {
    RecordingFiles.write(directory.resolve("samples.csv.gz"), new byte[0]);

    assertThat(ReadRecording.of(directory).messages())
        .containsExactly(
            "Cannot read samples.csv.gz: it is empty or cut short; every machine is without"
                + " samples");
  }

  @Test
  void anEmptyPlainFileCostsAllSamples() {
    RecordingFiles.write(directory.resolve("samples.csv"), "");

    assertThat(ReadRecording.of(directory).messages())
        .containsExactly(
            "Invalid header in samples.csv line 1: nothing; expected"
                + " instance_id,metric,unit,start,step_seconds,values; every machine is without"
                + " samples");
  }

  @Test
  void twoFilesAreRefused() {
    RecordingFiles.writeSamples(directory, MEMORY);
    RecordingFiles.write(directory.resolve("samples.csv"), HEADER);

    assertThatThrownBy(() -> RecordingReader.open(directory))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "Cannot read recording "
                + directory
                + ": it has both samples.csv.gz and samples.csv; expected one, remove the other");
  }

  @Test
  void aFileThatBreaksOffKeepsTheMachinesBeforeThat() {
    // random values do not pack well, so that cutting the file cuts the second machine's row
    String values =
        String.join(";", new Random(1).ints(20_000).mapToObj(Integer::toUnsignedString).toList());
    byte[] whole =
        RecordingFiles.packed(
            HEADER + MEMORY + "\ni-2,swap_used,mib," + START + ",300," + values + "\n");
    RecordingFiles.write(
        directory.resolve("samples.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages())
        .containsExactly(
            "Cannot read all of samples.csv.gz: it breaks off at line 3 (Unexpected end of ZLIB"
                + " input stream); the samples of i-2 and all that follows are left out, make the"
                + " recording anew");
    assertThat(read.series("i-1")).hasSize(1);
    assertThat(read.series("i-2")).isEmpty();
  }

  @Test
  void aFileThatBreaksOffCostsAllOfTheMachineItBreaksOffIn() {
    // nobody knows which rows i-2 would have had; the second one is cut inside its id
    byte[] whole =
        (HEADER + MEMORY + "\ni-2,psi_cpu,percent," + START + ",300,1\ni-").getBytes(UTF_8);
    InputStream in = TestStreams.failingAfter(whole, new IOException("Input/output error"));
    ProblemLog problems = new ProblemLog();
    SamplesSource source = SamplesSource.of("samples.csv", in, problems);

    assertThat(source.next().map(MachineRows::instanceId)).contains("i-1");
    assertThat(source.next()).isEmpty();
    assertThat(problems.inOrder())
        .extracting(RecordingProblem::message)
        .containsExactly(
            "Cannot read all of samples.csv: it breaks off at line 4 (Input/output error); the"
                + " samples of i-2 and all that follows are left out, make the recording anew");
  }

  @Test
  void aFileThatBreaksOffAtItsBeginningIsToldOf() {
    for (String begin : List.of("instance_id,met", HEADER, HEADER + "i-", HEADER + "\"i-1\",")) {
      ProblemLog problems = new ProblemLog();
      InputStream in =
          TestStreams.failingAfter(begin.getBytes(UTF_8), new IOException("Input/output error"));

      assertThat(SamplesSource.of("samples.csv", in, problems).next()).as(begin).isEmpty();
      assertThat(problems.inOrder()).as(begin).hasSize(1);
    }
  }

  @Test
  void aLineThatIsTooLongCostsItsSeriesAlsoWhenItIsQuoted() {
    String quoted =
        "i-1,\"cpu_utilization_avg\",percent," + START + ",300,\"" + "1;".repeat(5_000_000);
    RecordingFiles.writeSamples(
        directory,
        "i-1,cpu_utilization_avg,percent,2026-07-30T00:00:00Z,300,1;2",
        quoted + "\"",
        MEMORY);

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.messages()).hasSize(1);
    assertThat(read.series("i-1")).extracting(Series::metric).containsExactly(Metric.MEMORY_USED);
  }

  @Test
  void aFileThatIsDamagedIsToldOf() {
    byte[] whole = RecordingFiles.packed(HEADER + MEMORY + "\n");
    whole[whole.length - 6] ^= 1; // the checksum
    RecordingFiles.write(directory.resolve("samples.csv.gz"), whole);

    assertThat(ReadRecording.of(directory).messages())
        .containsExactly(
            "Cannot read all of samples.csv.gz: it breaks off at line 2 (Corrupt GZIP trailer);"
                + " the samples of i-1 and all that follows are left out, make the recording anew");
  }

  @Test
  void manyProblemsAreListedUpToAThousandAndCounted() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      rows.add("i-1,cpu,percent," + START + ",300,1");
    }
    RecordingFiles.writeSamples(directory, rows.toArray(String[]::new));

    ReadRecording read = ReadRecording.of(directory);

    assertThat(read.problems()).hasSize(1001);
    assertThat(read.problems().get(999).line()).hasValue(1001);
    assertThat(read.messages().get(1000))
        .isEqualTo(
            "Cannot list all problems of samples.csv.gz: 500 more follow these 1000; mend these and"
                + " read it again");
  }

  private static String row(String metric, String unit, String start, String step, String values) {
    return String.join(",", "i-1", metric, unit, start, step, values);
  }

  private static String badStart(String start) {
    return row("cpu_utilization_avg", "percent", start, "300", "1;2");
  }

  private static String badStep(String step) {
    return row("cpu_utilization_avg", "percent", START, step, "1;2");
  }

  private static String badValues(String values) {
    return row("cpu_utilization_avg", "percent", START, "300", values);
  }

  private static String start(String found) {
    return found
        + "; expected a time of 2000 to 2099 in whole seconds, such as 2026-08-03T00:00:00Z";
  }

  private static String step(String found) {
    return found + "; expected a whole number of seconds, 1 to 86400";
  }

  private static String value(String found, int slot) {
    return found
        + " in slot "
        + slot
        + "; expected a number of 0 or more, or nothing for a slot without a sample";
  }
}
