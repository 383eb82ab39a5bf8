package io.headroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of the command line in a process of its own.
 *
 * @param seconds from start to end
 * @param cpuSeconds of all threads, in user mode and in the kernel
 * @param mostHeapMib the most that was in use before any collection
 * @param mostLiveMib the most that was left by any collection
 */
record WholeRun(double seconds, double cpuSeconds, long mostHeapMib, long mostLiveMib) {

  /** {@code GC(3) Pause Young ... 310M->42M(512M) 5.1ms}. */
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

  /** Bash's own: the kernel counts, whatever the clock of the JVM. */
  private static final String TIMED = "TIMEFORMAT='%R %U %S'; time \"$@\" > /dev/null 2>&1";

  static WholeRun of(List<String> javaOptions, List<String> arguments) {
    try {
      Path log = Files.createTempFile("headroom-bench", ".gc");
      List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED, "bash", "java"));
      command.add("-Xlog:gc:file=" + log);
      command.addAll(javaOptions);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add("io.headroom.wiring.Main");
      command.addAll(arguments);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String times = new String(process.getInputStream().readAllBytes()).strip();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IllegalStateException(arguments + " ended with exit code " + exitCode);
      }
      List<Long> before = numbers(log, 1);
      List<Long> after = numbers(log, 2);
      Files.delete(log);
      String[] parts = times.split(" ");
      return new WholeRun(
          Double.parseDouble(parts[0]),
          Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]),
          most(before),
          most(after));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static List<Long> numbers(Path log, int group) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(COLLECTION::matcher)
          .filter(Matcher::find)
          .map(matcher -> Long.valueOf(matcher.group(group)))
          .toList();
    }
  }

  private static long most(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
