package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeHistory;
import io.headroom.recording.RecordingWriter;
import io.headroom.testing.GoldenFile;
import io.headroom.testing.HtmlPages;
import io.headroom.testing.Machines;
import io.headroom.testing.RecordingFiles;
import io.headroom.testing.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestCommandTest {

  private static final String TRACE_HEADER =
      "dataset,vm_id,start_epoch,step_s,n,cores,mem_capacity_kib,cpu_pct,mem_used_kib\n";
  private static final int SLOTS_PER_DAY = 288;

  @TempDir private Path folder;

  private record Run(int exitCode, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            /* outIsTerminal= */ false,
            /* errIsTerminal= */ false,
            Map.of());
    int exitCode = new HeadroomCli(terminal, "test").run(List.of(arguments));
    return new Run(exitCode, out.toString(), err.toString());
  }

  private Run backtest(String... arguments) {
    List<String> all = new ArrayList<>(List.of("backtest", "--policy", "peak-plus-half"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private static Observation machine(String id, String type, double peakAfter) {
    Instance instance =
        Instance.builder(
                id,
                new Placement(Provider.AWS, "123456789012", "us-east-1", Optional.empty()),
                TypeHistory.assumed(type))
            .build();
    return Machines.observed(
        instance,
        Samples.cpuVcpus(28)
            .flat(0.5)
            .at(Duration.ofDays(20), 1.4)
            .from(Duration.ofDays(5), 10, peakAfter)
            .series(),
        Samples.memoryMib(28).flat(5120).series());
  }

  private String recording() {
    Path recording = folder.resolve("fleet");
    try (RecordingWriter writer = RecordingWriter.create(recording)) {
      writer.add(machine("i-a", "m5.xlarge", 3));
      writer.add(machine("i-b", "m6a.large", 0.5));
      writer.finish(Machines.AS_OF);
    }
    return recording.toString();
  }

  /** A trace of one machine; each day has the values of a slot that is repeated all day. */
  private String trace(String id, String cores, List<String> days) {
    Path file = folder.resolve("trace.csv");
    RecordingFiles.write(
        file,
        TRACE_HEADER
            + String.join(
                ",",
                "test",
                id,
                "1372629600",
                "300",
                String.valueOf(days.size() * SLOTS_PER_DAY),
                cores,
                "8388608",
                slots(days),
                slots(Collections.nCopies(days.size(), "4194304")))
            + "\n");
    return file.toString();
  }

  private static String slots(List<String> days) {
    return String.join(
        ";",
        days.stream()
            .flatMap(value -> Collections.nCopies(SLOTS_PER_DAY, value).stream())
            .toList());
  }

  private static List<String> days(int count, String value) {
    return new ArrayList<>(Collections.nCopies(count, value));
  }

  @Test
  void writesPagesForBrowsers() throws Exception {
    Path fleet = folder.resolve("fleet.html");
    Path machine = folder.resolve("machine.html");
    String recording = recording();

    backtest(
        "--recording", recording, "--train", "14d", "--test", "14d", "--out", fleet.toString());
    backtest(
        "--recording",
        recording,
        "--train",
        "14d",
        "--test",
        "14d",
        "--instance",
        "i-a",
        "--out",
        machine.toString());

    String page = Files.readString(fleet);
    HtmlPages.parsed(page);
    assertThat(page)
        .contains("<title id=\"title\">Price against shortage, by policy</title>")
        .contains("<td>peak-plus-half</td>");
    // the page's security policy allows its own style alone
    assertThat(page.split("<style", -1)).hasSize(2);
    HtmlPages.parsed(Files.readString(machine));
    assertThat(machine).content().contains("One machine: i-a", "<td>m6a.large</td>");
  }

  @Test
  void showsWhatPoliciesWouldHaveCostAndHowItWent() {
    Run run = backtest("--recording", recording(), "--train", "14d", "--test", "14d");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    // (0.0864 + 0.0864) ÷ (0.192 + 0.0864), one of two machines short in 10 of 8064 slots
    assertThat(run.out())
        .containsPattern("peak-plus-half +0\\.621 \\([0-9.–]+\\) .* 50\\.0 % .* 0\\.12 %")
        .contains("against compute-optimizer-capped")
        .contains("2 machines, 2 cuts: 14 days before, 14 days after, one cut, CPU means played");
  }

  @Test
  void writesADocument() {
    Run run =
        backtest(
            "--recording",
            recording(),
            "--train",
            "14d",
            "--test",
            "7d",
            "--rolling",
            "-o",
            "json");

    assertThat(run.exitCode()).isZero();
    GoldenFile.assertSame("backtest.json", run.out());
  }

  @Test
  void showsOneMachine() {
    Run run =
        backtest(
            "--recording",
            recording(),
            "--train",
            "14d",
            "--test",
            "14d",
            "--instance",
            "i-a",
            "-o",
            "json");

    assertThat(run.exitCode()).isZero();
    GoldenFile.assertSame("backtest-machine.json", run.out());
  }

  @Test
  void showsOneMachineAsATable() {
    Run run = backtest("--recording", recording(), "--instance", "i-a");

    assertThat(run.out())
        .containsPattern("2026-07-06T00:00:00Z +present-size +– +m5\\.xlarge +140\\.16 USD")
        .containsPattern("peak-plus-half +over provisioned +m6a\\.large +63\\.07 USD +0\\.2 %")
        .containsPattern("clairvoyant +– +c6a\\.xlarge +111\\.69 USD +0 %");
  }

  @ParameterizedTest
  @CsvSource({
    "yaml,kind: \"Backtest\"",
    "csv,'line,measure,against,value,low,high'",
    "md,| POLICY |"
  })
  void writesOtherFormats(String format, String expected) {
    assertThat(backtest("--recording", recording(), "-o", format).out()).contains(expected);
  }

  @Test
  void writesFilesByTheirSuffix() throws IOException {
    Path picture = folder.resolve("frontier.svg");
    Path csv = folder.resolve("machine.csv");
    String recording = recording();

    assertThat(backtest("--recording", recording, "--out", picture.toString()).err())
        .isEqualTo("wrote " + picture + "\n");
    assertThat(picture).content().startsWith("<svg ").endsWith("</svg>\n");
    assertThat(
            backtest("--recording", recording, "--instance", "i-b", "--out", csv.toString())
                .exitCode())
        .isZero();
    // the header, the present size, two contenders and the clairvoyant
    assertThat(csv).content().hasLineCount(5);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("fleet", "frontier.svg", "machine.csv");
    }
  }

  @Test
  void givesTheSameBytesForTheSameInput() {
    String recording = recording();

    assertThat(backtest("--recording", recording, "-o", "json"))
        .isEqualTo(backtest("--recording", recording, "-o", "json"));
  }

  @Test
  void triesAllShippedPoliciesUnlessTold() {
    Run run = run("backtest", "--recording", recording());

    assertThat(run.err())
        .isEqualTo("note: erpnext is tried on every machine: selectors are not asked here\n");
    assertThat(run.out())
        .contains(
            "peak-plus-half ",
            "burstable-friendly ",
            "cautious ",
            "compute-optimizer ",
            "erpnext ",
            "frugal ",
            "compute-optimizer-capped ");
  }

  @Test
  void triesTheBundledRecording() {
    Run run = backtest("--recording", "demo");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("24 machines, 24 cuts: one cut at half of each record");
  }

  @Test
  void splitsTheMachines() {
    String recording = recording();

    assertThat(
            backtest("--recording", recording, "--half", "first").out()
                + backtest("--recording", recording, "--half", "second").out())
        .contains("first half of the machines")
        .contains("second half of the machines");
  }

  @Test
  void readsTraces() {
    List<String> busy = days(28, "20");
    busy.set(3, "60");
    busy.set(20, "182");

    Run run =
        backtest(
            "--traces", trace("vm-1", "2", busy), "--train", "14d", "--test", "14d", "-o", "csv");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    // above 100 % on one of 14 days: legal, and over
    assertThat(run.out()).contains("present-size,cpu_short_samples,,0.071429,,");
  }

  @Test
  void hasNoMemoryColumnForTracesWithoutMemory() {
    Path file = folder.resolve("cpu.csv");
    RecordingFiles.write(
        file,
        "dataset,vm_id,start_epoch,step_s,n,cores,cpu_pct\n"
            + "test,vm-1,0,300,8064,,"
            + slots(days(28, "20"))
            + "\n");

    Run run = backtest("--traces", file.toString(), "--assume-vcpus", "8");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("CPU SHORT").doesNotContain("MEMORY SHORT");
  }

  @Test
  void leavesNothingBehindOfATrace() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<String> before = folders(temporary);

    backtest("--traces", trace("vm-1", "2", days(28, "20")));

    assertThat(folders(temporary)).isEqualTo(before);
  }

  private static List<String> folders(Path temporary) throws IOException {
    try (Stream<Path> entries = Files.list(temporary)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("headroom-traces-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void refusesATraceWithGapsOfDays() {
    List<String> gaps = days(28, "20");
    for (int day = 14; day < 27; day++) {
      gaps.set(day, "");
    }
    String file = trace("vm-1", "2", gaps);

    Run run = backtest("--traces", file, "--train", "14d", "--test", "14d");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "headroom: Cannot backtest "
                + file
                + ": no machine can be tried (1 more than half of the training part or of the test"
                + " part is gaps); give a longer record, or a shorter --train and --test\n");
  }

  @Test
  void refusesATraceThatIsShorterThanTheTrainingPart() {
    String file = trace("vm-1", "2", days(10, "20"));

    Run run = backtest("--traces", file, "--train", "14d", "--test", "7d");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err())
        .contains(
            "no machine can be tried (1 observed for less than a training part and a test part)");
  }

  @Test
  void refusesATraceWithoutCapacity() {
    Run run = backtest("--traces", trace("vm-1", "0", days(28, "20")));

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("it has no machine that can be used").contains("cores");
  }

  @Test
  void saysWhyOneMachineCannotBeTried() {
    String file = trace("vm-1", "2", days(10, "20"));

    Run run = backtest("--traces", file, "--train", "14d", "--test", "7d", "--instance", "vm-1");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err())
        .isEqualTo(
            "headroom: Cannot backtest vm-1: observed for less than a training part and a test"
                + " part; give a longer record, or a shorter --train and --test\n");
  }

  @Test
  void doesNotKnowEveryMachine() {
    Run run = backtest("--recording", recording(), "--instance", "i-c");

    assertThat(run.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(run.err()).contains("Cannot find i-c in the recording; did you mean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--train 14d|Missing --test LENGTH: --train says what is seen, --test what is judged",
        "--test 7d|Missing --train LENGTH: --test says what is judged, --train what is seen",
        "--rolling|Missing --train LENGTH and --test LENGTH: --rolling needs both",
        "--train soon --test 7d|'soon' is no length of time; expected a whole number of minutes",
        "--train 14 --test 7d|'14' is no length of time",
        "--train 14d --test 0d|'0d' is no length of time",
        "--against nobody|Invalid reference: nobody; expected one of peak-plus-half,",
        "--policy peak-plus-half|Invalid policies: two are called peak-plus-half",
        "--resamples 0|Invalid number of resamples: 0; expected 1 or more",
        "--cpu median|Invalid value for option '--cpu'",
        "--half third|Invalid value for option '--half'",
        "-o pdf|'pdf' is no format; expected table, json, yaml, csv, md, html, svg",
        "--out result.pdf|expected a file that ends in .txt, .json",
        "--instance i-a -o svg|Invalid format: svg draws a fleet",
      })
  void refusesOptionsThatMakeNoSense(String options, String sentence) {
    List<String> all = new ArrayList<>(List.of("--recording", recording()));
    all.addAll(List.of(options.split(" ")));

    Run run = backtest(all.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(sentence);
  }

  @Test
  void needsSomethingToRead() {
    assertThat(backtest().err())
        .isEqualTo(
            "headroom: Missing --recording DIR or --traces FILE: name what to try policies on\n");
    assertThat(backtest("--recording", recording(), "--traces", "t.csv").err())
        .isEqualTo(
            "headroom: Invalid --traces: there is a --recording too; expected one of them\n");
  }
}
