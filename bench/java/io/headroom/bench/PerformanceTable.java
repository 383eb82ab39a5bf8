package io.headroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs {@code recommend} over recordings of growing size and prints what it took as a table in
 * Markdown: {@code PerformanceTable FOLDER MACHINESxDAYS...}. Recordings are made in {@code FOLDER}
 * and kept there, so that a second run measures only.
 */
public final class PerformanceTable {

  /** Four metrics, twelve slots an hour. */
  private static final long SAMPLES_PER_DAY = 4 * 24 * 12;

  private static final List<String> OPTIONS = List.of("-Xmx2g", "-XX:+UseParallelGC");

  private PerformanceTable() {}

  /** Measures each size three times and prints the median. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    System.out.println(
        "| machines | days | recording | wall | CPU | machines/s | samples/s | most heap | live heap |");
    System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (String size : List.of(arguments).subList(1, arguments.length)) {
      int cross = size.indexOf('x');
      int machines = Integer.parseInt(size.substring(0, cross));
      int days = Integer.parseInt(size.substring(cross + 1));
      Path recording = folder.resolve("fleet-" + size);
      if (!Files.exists(recording)) {
        WriteRecording.write(recording, machines, days);
      }
      WholeRun run = median(recording, folder.resolve("out.json"));
      System.out.printf(
          Locale.ROOT,
          "| %,d | %d | %,d MB | %.1f s | %.1f s | %,.0f | %.1f M | %,d MiB | %,d MiB |%n",
          machines,
          days,
          Files.size(recording.resolve("samples.csv.gz")) / 1_000_000,
          run.seconds(),
          run.cpuSeconds(),
          machines / run.seconds(),
          (double) machines * days * SAMPLES_PER_DAY / run.seconds() / 1e6,
          run.mostHeapMib(),
          run.mostLiveMib());
    }
  }

  private static WholeRun median(Path recording, Path out) {
    List<String> arguments =
        List.of("recommend", "--recording", recording.toString(), "--out", out.toString());
    return java.util.stream.Stream.generate(() -> WholeRun.of(OPTIONS, arguments))
        .limit(3)
        .sorted(java.util.Comparator.comparingDouble(WholeRun::seconds))
        .toList()
        .get(1);
  }
}
