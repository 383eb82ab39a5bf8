package io.headroom.testing.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs beside a test, with its output in a file, and is ended with its children. */
public final class Background implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;

  private Background(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a program in {@code folder}. */
  public static Background start(Path folder, Map<String, String> environment, List<String> words)
      throws IOException {
    Path log = Files.createTempFile(folder, "output", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new Background(builder.start(), log);
  }

  /** Returns its process id. */
  public long pid() {
    return process.pid();
  }

  /** Returns what it has printed. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  /** Waits until {@code condition} holds; fails with the program's output if it never does. */
  public Background await(String what, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || !process.isAlive()) {
        throw new IOException("Cannot wait for " + what + ": " + output());
      }
      process.waitFor(30, TimeUnit.MILLISECONDS);
    }
    return this;
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
