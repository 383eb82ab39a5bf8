package io.headroom.recording.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.series.Metric;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.recording.RecordedMachine;
import io.headroom.recording.RecordingReader;
import io.headroom.recording.problem.RecordingException;
import io.headroom.recording.problem.RecordingProblem;
import io.headroom.testing.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TraceImporterTest {

  private static final String HEADER =
      "dataset,vm_id,start_epoch,step_s,n,cores,cpu_capacity_mhz,mem_capacity_kib,cores_rle,"
          + "mem_capacity_kib_rle,cpu_pct,cpu_max_pct,mem_used_kib,mem_pct,meta\n";

  private static final RegionCatalog CATALOG =
      TraceCatalog.of(
          TraceCatalog.type("c5.large", 2, 4, "0.085"),
          TraceCatalog.type("m5.large", 2, 8, "0.096"),
          TraceCatalog.type("m5.xlarge", 4, 16, "0.192"),
          TraceCatalog.type("m5.2xlarge", 8, 32, "0.384"));

  private static final Instant JULY = Instant.parse("2013-07-01T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void turnsPercentAndKibibytesIntoVcpusAndMebibytes() {
    // 8 GiB are 8388608 KiB; 25 % of 2 cores are half a vCPU, 150 % are 3; 1048576 KiB are 1024 MiB
    List<Observation> machines =
        imported(
            row("set", "vm", JULY, 300, 4)
                .with("cores", "2")
                .with("mem_capacity_kib", "8388608")
                .with("cpu_pct", "25;;150;0")
                .with("cpu_max_pct", "50;;200;1")
                .with("mem_used_kib", "1048576;512;;0")
                .with("meta", "group=a;kind=b"));

    Instance vm = machines.get(0).instance();
    assertThat(vm.id()).isEqualTo("vm");
    assertThat(vm.name()).isEqualTo("vm");
    assertThat(vm.placement().account()).isEqualTo("set");
    assertThat(vm.placement().region()).isEqualTo("us-east-1");
    assertThat(vm.tags()).isEqualTo(Map.of("dataset", "set", "group", "a", "kind", "b"));
    assertThat(vm.type().changes())
        .containsExactly(new TypeChange(JULY, "m5.large", /* madeByHeadroom= */ false));
    float gap = Series.gap();
    assertThat(machines.get(0).observations().all())
        .containsExactly(
            series(Metric.CPU_UTILIZATION_AVG, SampleUnit.VCPUS, 0.5f, gap, 3, 0),
            series(Metric.CPU_UTILIZATION_MAX, SampleUnit.VCPUS, 1, gap, 4, 0.02f),
            series(Metric.MEMORY_USED, SampleUnit.MIB, 1024, 0.5f, gap, 0));
  }

  @Test
  void turnsPercentOfMemoryIntoMebibytesIfItsCapacityIsKnown() {
    List<Observation> machines =
        imported(
            row("set", "vm", JULY, 300, 2)
                .with("cores", "2")
                .with("mem_capacity_kib_rle", "1*4194304;1*8388608")
                .with("cpu_pct", "1;1")
                .with("mem_pct", "50;50"));

    // half of 4 GiB, then half of 8 GiB
    assertThat(machines.get(0).observations().all().get(1))
        .isEqualTo(series(Metric.MEMORY_USED, SampleUnit.MIB, 2048, 4096));
  }

  @Test
  void assumesVcpusWhereTheTraceHasNoCores() {
    List<Observation> machines =
        imported(
            OptionalInt.of(8),
            row("set", "vm", JULY, 300, 2).with("cpu_pct", "50;100").with("mem_pct", "10;20"));

    assertThat(machines.get(0).instance().type().isAssumed()).isTrue();
    assertThat(machines.get(0).instance().type().present()).isEqualTo("m5.2xlarge");
    // and without a capacity a percentage of memory is no memory
    assertThat(machines.get(0).observations().all())
        .containsExactly(series(Metric.CPU_UTILIZATION_AVG, SampleUnit.VCPUS, 4, 8));
  }

  @Test
  void doesNotAssumeVcpusWhereTheTraceHasCores() {
    List<Observation> machines =
        imported(
            OptionalInt.of(8),
            row("set", "vm", JULY, 300, 2).with("cores", "2").with("cpu_pct", "50;100"));

    assertThat(machines.get(0).instance().type().present()).isEqualTo("m5.large");
    assertThat(machines.get(0).observations().all())
        .containsExactly(series(Metric.CPU_UTILIZATION_AVG, SampleUnit.VCPUS, 1, 2));
  }

  @Test
  void refusesATraceWithoutCoresIfNoneAreAssumed() {
    Path trace = trace(row("set", "vm", JULY, 300, 1).with("cpu_pct", "5"));

    assertThatThrownBy(() -> importer(OptionalInt.empty()).run(trace, directory.resolve("r")))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "Cannot import "
                + trace
                + ": line 2 has no cores; say how many vCPUs to assume (--assume-vcpus)");
    assertThat(directory.resolve("r")).doesNotExist();
  }

  @Test
  void makesChangingCoresATypeHistoryAndTakesEachSampleAsItsOwn() {
    // two days of 2 cores with a boot of 1 core at first, two days of 4, in slots of an hour
    String percents = String.join(";", Collections.nCopies(96, "50"));
    List<Observation> machines =
        imported(
            row("set", "vm", JULY, 3600, 96)
                .with("cores", "2")
                .with("mem_capacity_kib", "8388608")
                .with("cores_rle", "1*;1*1;46*2;10*4;2*;36*4")
                .with("mem_capacity_kib_rle", "48*8388608;48*16777216")
                .with("cpu_pct", percents));

    assertThat(machines.get(0).instance().type().changes())
        .containsExactly(
            new TypeChange(JULY, "m5.large", /* madeByHeadroom= */ false),
            new TypeChange(JULY.plusSeconds(48 * 3600L), "m5.xlarge", /* madeByHeadroom= */ false));
    Series cpu = machines.get(0).observations().all().get(0);
    // what has no cores has those before it; before the first ones, the first
    assertThat(List.of(cpu.value(0), cpu.value(1), cpu.value(2), cpu.value(48), cpu.value(58)))
        .containsExactly(0.5f, 0.5f, 1f, 2f, 2f);
  }

  @Test
  void joinsTheRowsOfAMachineAndKeepsTheTagsTheyAgreeOn() {
    List<Observation> machines =
        imported(
            row("set", "vm-b", JULY.plusSeconds(86_400), 300, 1)
                .with("cores", "4")
                .with("cpu_pct", "2")
                .with("meta", "day=2;site=x"),
            row("set", "vm-a", JULY, 300, 1).with("cores", "2").with("cpu_pct", "9"),
            row("set", "vm-b", JULY, 300, 1)
                .with("cores", "2")
                .with("cpu_pct", "1")
                .with("meta", "day=1;site=x"));

    assertThat(machines)
        .extracting(machine -> machine.instance().id())
        .containsExactly("vm-a", "vm-b");
    Instance vm = machines.get(1).instance();
    assertThat(vm.tags()).isEqualTo(Map.of("dataset", "set", "site", "x"));
    assertThat(vm.type().changes())
        .extracting(TypeChange::instanceType)
        .containsExactly("m5.large", "m5.xlarge");
    assertThat(machines.get(1).observations().all())
        .extracting(Series::startEpochSecond)
        .containsExactly(JULY.getEpochSecond(), JULY.getEpochSecond() + 86_400);
  }

  @Test
  void placesRelativeTimesAtAFixedMoment() {
    List<Observation> machines =
        imported(
            row("set", "a", Instant.EPOCH, 300, 1).with("cores", "2").with("cpu_pct", "1"),
            row("set", "b", Instant.ofEpochSecond(600), 300, 1)
                .with("cores", "2")
                .with("cpu_pct", "1"));

    assertThat(machines)
        .extracting(machine -> machine.observations().all().get(0).startEpochSecond())
        .containsExactly(
            Instant.parse("2024-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2024-01-01T00:10:00Z").getEpochSecond());
  }

  @Test
  void isRecordedUntilTheEndOfTheLastSlot() {
    Path trace =
        trace(
            row("set", "a", JULY, 300, 3).with("cores", "2").with("cpu_pct", "1;;"),
            row("set", "b", JULY, 300, 2).with("cores", "2").with("cpu_pct", "1;1"));

    TraceImport result = importer(OptionalInt.empty()).run(trace, directory.resolve("r"));

    assertThat(result)
        .isEqualTo(new TraceImport(2, Instant.parse("2013-07-01T00:15:00Z"), List.of()));
    assertThat(RecordingReader.open(directory.resolve("r")).recording().recordedUntil())
        .isEqualTo("2013-07-01T00:15:00Z");
  }

  @Test
  void writesTheSameBytesWhateverTheOrderOfTheRows() throws IOException {
    Row one = row("set", "a", JULY, 300, 2).with("cores", "2").with("cpu_pct", "1;2");
    Row other = row("set", "b", JULY, 300, 2).with("cores", "4").with("cpu_pct", "3;4");
    importer(OptionalInt.empty()).run(trace(one, other), directory.resolve("r1"));
    importer(OptionalInt.empty()).run(trace(other, one), directory.resolve("r2"));

    for (String file : List.of("inventory.json", "samples.csv.gz")) {
      assertThat(Files.readAllBytes(directory.resolve("r1").resolve(file)))
          .isEqualTo(Files.readAllBytes(directory.resolve("r2").resolve(file)));
    }
  }

  @Test
  void readsAPackedTraceWithLongFields() {
    String values = String.join(";", Collections.nCopies(40_000, "12.3456"));
    Row row = row("set", "a", JULY, 300, 40_000).with("cores", "2").with("cpu_pct", values);
    Path trace = directory.resolve("t.csv.gz");
    RecordingFiles.write(trace, RecordingFiles.packed(HEADER + row.text()));

    assertThat(importer(OptionalInt.empty()).run(trace, directory.resolve("r")).machines())
        .isEqualTo(1);
  }

  static Stream<Arguments> badRows() {
    return Stream.of(
        bad("vm_id", "", "vm_id", "nothing; expected text"),
        bad("start_epoch", "noon", "start_epoch", "\"noon\"; expected a whole number"),
        bad(
            "start_epoch",
            "9999999999",
            "start_epoch",
            "2286-11-20T17:46:39Z; expected a time of 2000 to 2099, in seconds"),
        bad("step_s", "0", "step_s", "0; expected 1 to 86400"),
        bad("step_s", "", "step_s", "nothing; expected a whole number"),
        bad("n", "-1", "n", "-1; expected 1 to 5000000"),
        bad("n", "3", "cpu_pct", "2 slots; expected 3, the n of the row"),
        bad("cpu_pct", "", "cpu_pct", "nothing; expected text"),
        bad(
            "cpu_pct",
            "1;x",
            "cpu_pct",
            "\"x\" in slot 1; expected a number of 0 or more, or nothing for a slot without a"
                + " sample"),
        bad(
            "mem_used_kib",
            "1;-5",
            "mem_used_kib",
            "\"-5\" in slot 1; expected a number of 0 or more, or nothing for a slot without a"
                + " sample"),
        bad("cores", "0", "cores", "\"0\"; expected a number above 0"),
        bad("cores", "1;2", "cores", "2 slots; expected 1, the n of the row"),
        bad("cores_rle", "2x2", "cores_rle", "\"2x2\"; expected count*value"),
        bad("cores_rle", "0*2", "cores_rle", "\"0*2\"; expected count*value"),
        bad("cores_rle", "a*2", "cores_rle", "\"a\"; expected a whole number"),
        bad("cores_rle", "3*2", "cores_rle", "3 slots; expected 2, the n of the row"),
        bad("cores_rle", "1*2", "cores_rle", "1 slots; expected 2, the n of the row"),
        bad("cores_rle", "2*", "cores_rle", "no value; expected at least one"),
        bad(
            "mem_capacity_kib",
            "-8",
            "mem_capacity_kib",
            "\"-8\" in slot 0; expected a number of 0 or more, or nothing for a slot without a sample"));
  }

  private static Arguments bad(String column, String text, String field, String detail) {
    return arguments(column, text, field, detail);
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void aBadRowIsLeftOutAndNamed(String column, String text, String field, String detail) {
    Row good = row("set", "good", JULY, 300, 1).with("cores", "2").with("cpu_pct", "1");
    Row bad =
        row("set", "bad", JULY, 300, 2)
            .with("cores", "2")
            .with("cpu_pct", "1;2")
            .with(column, text);

    TraceImport result =
        importer(OptionalInt.empty()).run(trace(good, bad), directory.resolve("r"));

    assertThat(result.machines()).isEqualTo(1);
    assertThat(result.problems())
        .extracting(RecordingProblem::message)
        .containsExactly(
            "Invalid " + field + " in t.csv line 3: " + detail + "; the row is left out");
  }

  @Test
  void aRowOfImpossibleAmountsIsLeftOut() {
    Row good = row("set", "good", JULY, 300, 1).with("cores", "2").with("cpu_pct", "1");
    Row bad = row("set", "bad", JULY, 300, 1).with("cores", "200").with("cpu_pct", "3.4e38");

    assertThat(
            importer(OptionalInt.empty()).run(trace(good, bad), directory.resolve("r")).problems())
        .extracting(RecordingProblem::message)
        .containsExactly(
            "Cannot use the row in t.csv line 3: Invalid value of cpu_utilization_avg in slot 0:"
                + " Infinity; expected a finite number of 0 or more; it is left out");
  }

  @Test
  void rowsOfOneMachineThatOverlapAreLeftOut() {
    Row first = row("set", "vm", JULY, 300, 2).with("cores", "2").with("cpu_pct", "1;2");
    Row second =
        row("set", "vm", JULY.plusSeconds(300), 300, 2).with("cores", "2").with("cpu_pct", "3;4");

    TraceImport result =
        importer(OptionalInt.empty()).run(trace(first, second), directory.resolve("r"));

    assertThat(result.problems())
        .extracting(RecordingProblem::message)
        .containsExactly(
            "Invalid vm_id in t.csv line 3: \"vm\", and its slots overlap those of a row above;"
                + " expected rows that follow each other; the row is left out");
    assertThat(result.recordedUntil()).isEqualTo("2013-07-01T00:10:00Z");
  }

  @Test
  void rowsOfOneMachineMayFollowEachOtherWithoutAGap() {
    Row early = row("set", "vm", JULY, 300, 2).with("cores", "2").with("cpu_pct", "1;2");
    Row late =
        row("set", "vm", JULY.plusSeconds(600), 300, 2).with("cores", "2").with("cpu_pct", "3;4");

    for (Row[] rows : List.of(new Row[] {early, late}, new Row[] {late, early})) {
      assertThat(imported(rows).get(0).observations().all())
          .extracting(Series::startEpochSecond, Series::slots)
          .containsExactly(tuple(JULY.getEpochSecond(), 4));
    }
  }

  @Test
  void rowsOfAnotherDatasetWithTheSameIdAreLeftOut() {
    Row first = row("one", "vm", JULY, 300, 1).with("cores", "2").with("cpu_pct", "1");
    Row second =
        row("two", "vm", JULY.plusSeconds(900), 300, 1).with("cores", "2").with("cpu_pct", "3");

    assertThat(
            importer(OptionalInt.empty())
                .run(trace(first, second), directory.resolve("r"))
                .problems())
        .extracting(RecordingProblem::message)
        .containsExactly(
            "Invalid vm_id in t.csv line 3: \"vm\", and rows above are of another dataset; expected"
                + " ids that differ; the row is left out");
  }

  @Test
  void refusesAFileThatIsNoTrace() {
    Path file = directory.resolve("io.csv");
    RecordingFiles.write(file, "dataset,vm_id,start_epoch,step_s,n,disk_kibps_mean\na,b,0,1,1,1\n");

    assertThatThrownBy(() -> importer(OptionalInt.empty()).run(file, directory.resolve("r")))
        .hasMessage(
            "Cannot import "
                + file
                + ": it has no column cpu_pct; expected a trace with vm_id, start_epoch, step_s, n,"
                + " cpu_pct");
  }

  @Test
  void refusesATraceOfWhichNothingCanBeUsed() {
    Path trace = trace(row("set", "vm", JULY, 0, 1).with("cores", "2").with("cpu_pct", "1"));

    assertThatThrownBy(() -> importer(OptionalInt.empty()).run(trace, directory.resolve("r")))
        .hasMessage(
            "Cannot import "
                + trace
                + ": it has no machine that can be used; first problem: Invalid step_s in t.csv"
                + " line 2: 0; expected 1 to 86400; the row is left out");
    assertThat(directory.resolve("r")).doesNotExist();
  }

  @Test
  void refusesAnEmptyTrace() {
    Path trace = trace();

    assertThatThrownBy(() -> importer(OptionalInt.empty()).run(trace, directory.resolve("r")))
        .hasMessage(
            "Cannot import "
                + trace
                + ": it has no machine that can be used; expected a row for each");
  }

  @Test
  void refusesATraceThatIsMissingNotPackedOrCutShort() throws IOException {
    Path missing = directory.resolve("missing.csv");
    Path text = directory.resolve("text.csv.gz");
    Files.writeString(text, HEADER);
    Path cut = directory.resolve("cut.csv.gz");
    byte[] whole =
        RecordingFiles.packed(
            HEADER + row("set", "vm", JULY, 300, 1).with("cores", "2").with("cpu_pct", "1").text());
    Files.write(cut, Arrays.copyOf(whole, whole.length - 12));

    Map<Path, String> reasons =
        Map.of(
            missing, "there is no such file or folder",
            text, "Not in GZIP format",
            cut, "Unexpected end of ZLIB input stream");
    reasons.forEach(
        (file, reason) ->
            assertThatThrownBy(
                    () -> importer(OptionalInt.empty()).run(file, directory.resolve("r")))
                .isInstanceOf(RecordingException.class)
                .hasMessage("Cannot import " + file + ": " + reason));
  }

  @Test
  void refusesToAssumeNoVcpus() {
    assertThatThrownBy(() -> importer(OptionalInt.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid assumed vCPUs: 0; expected 1 or more");
  }

  private static TraceImporter importer(OptionalInt assumedVcpus) {
    return new TraceImporter(CATALOG, assumedVcpus);
  }

  private List<Observation> imported(Row... rows) {
    return imported(OptionalInt.empty(), rows);
  }

  private List<Observation> imported(OptionalInt assumedVcpus, Row... rows) {
    Path recording = directory.resolve("r");
    TraceImport result = importer(assumedVcpus).run(trace(rows), recording);
    assertThat(result.problems()).isEmpty();
    List<Observation> machines = new ArrayList<>();
    try {
      assertThat(
              RecordingReader.open(recording)
                  .forEach(2, RecordedMachine::observation, machines::add))
          .isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return machines;
  }

  private Path trace(Row... rows) {
    Path file = directory.resolve("t.csv");
    RecordingFiles.write(
        file, HEADER + String.join("", Arrays.stream(rows).map(Row::text).toList()));
    return file;
  }

  private static Series series(Metric metric, SampleUnit unit, float... values) {
    return Series.of(metric, unit, JULY, 300, values);
  }

  private static Row row(String dataset, String id, Instant start, int step, int slots) {
    return new Row(Map.of())
        .with("dataset", dataset)
        .with("vm_id", id)
        .with("start_epoch", String.valueOf(start.getEpochSecond()))
        .with("step_s", String.valueOf(step))
        .with("n", String.valueOf(slots));
  }

  /** A row by its columns; the others are empty. */
  private record Row(Map<String, String> fields) {

    Row with(String column, String text) {
      Map<String, String> more = new HashMap<>(fields);
      more.put(column, text);
      return new Row(more);
    }

    String text() {
      return Stream.of(HEADER.trim().split(",", -1))
              .map(column -> fields.getOrDefault(column, ""))
              .collect(Collectors.joining(","))
          + "\n";
    }
  }
}
