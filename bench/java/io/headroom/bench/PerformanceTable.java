package io.headroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs {@code recommend} over recordings of growing size and prints what it took as a table in
 * Markdown: {@code PerformanceTable FOLDER MACHINES...}. Recordings are made in {@code FOLDER} and
 * kept there, so that a second run measures only.
 */
public final class PerformanceTable {

  private static final int DAYS = 14;
  private static final long SAMPLES = 4L * DAYS * 24 * 12;
  private static final List<String> OPTIONS = List.of("-Xmx2g", "-XX:+UseParallelGC");

  private PerformanceTable() {}

  /** Measures each size three times and prints the median. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    System.out.println(
        "| machines | recording | wall | CPU | machines/s | samples/s | most heap | live heap |");
    System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (String size : List.of(arguments).subList(1, arguments.length)) {
      int machines = Integer.parseInt(size);
      Path recording = folder.resolve("fleet-" + machines);
      if (!Files.exists(recording)) {
        WriteRecording.write(recording, machines, DAYS);
      }
      WholeRun run = median(recording, folder.resolve("out.json"));
      System.out.printf(
          Locale.ROOT,
          "| %,d | %,d MB | %.1f s | %.1f s | %,.0f | %.1f M | %,d MiB | %,d MiB |%n",
          machines,
          Files.size(recording.resolve("samples.csv.gz")) / 1_000_000,
          run.seconds(),
          run.cpuSeconds(),
          machines / run.seconds(),
          machines * SAMPLES / run.seconds() / 1e6,
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
