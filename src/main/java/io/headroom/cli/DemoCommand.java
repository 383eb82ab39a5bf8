package io.headroom.cli;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.recording.RecordingReader;
import io.headroom.report.Highlights;
import io.headroom.report.OutputFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What Headroom does, shown on the bundled recording: no cloud, no configuration. */
@Command(
    name = "demo",
    description = "Judges the bundled recording: 42 days of machines on EC2 and GCE.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: headroom demo --out demo.csv"})
final class DemoCommand implements Callable<Integer> {

  /** Formats that people read; the others are documents, and stay whole. */
  private static final Set<OutputFormat> FOR_PEOPLE =
      EnumSet.of(OutputFormat.TABLE, OutputFormat.WIDE);

  /** Commands, and what they show. */
  private static final List<List<String>> NEXT =
      List.of(
          List.of("demo --out report.html", "the same as a page, with pictures"),
          List.of("explain --recording demo erp-acme-prod", "all evidence of one verdict"),
          List.of(
              "what-if --recording demo erp-training",
              "one machine on an average size, and on others"),
          List.of("recommend --recording demo -o wide", "with ids, prices and policies"),
          List.of("recommend --recording demo --policy frugal", "the same under another policy"),
          List.of(
              "workers --vcpus 4 --memory 16GiB --recipe frappe-bench", "workers of any machine"),
          List.of("recommend --help", "your own machines; docs/recording.md says how"));

  private final Terminal terminal;

  @Mixin private final OutputOptions output = new OutputOptions();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    FleetOptions fleet = FleetOptions.ofBundled();
    RecordingReader reader = fleet.reader();
    Adviser adviser = fleet.adviser(reader);
    Highlights highlights = new Highlights();
    int exitCode =
        new Recommending(terminal, output)
            .run(
                Fleet.of(reader), adviser, Recommending.ChangesExit.NOT_TOLD, highlights::consider);
    if (FOR_PEOPLE.contains(output.format())) {
      section("Worth a look", highlights.lines());
      section("Next", NEXT.stream().map(DemoCommand::next).toList());
    }
    return exitCode;
  }

  private static String next(List<String> command) {
    return String.format(Locale.ROOT, "./headroom %-56s %s", command.get(0), command.get(1));
  }

  private void section(String title, List<String> lines) {
    terminal.out().print("\n" + title + ":\n");
    lines.forEach(line -> terminal.out().print("  " + line + "\n"));
    terminal.out().flush();
  }
}
