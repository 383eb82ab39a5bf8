package io.headroom.bench;

import io.headroom.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A recording of 200 machines, 14 days of four metrics, read from its files on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DecodeBenchmark {

  private static final int MACHINES = 200;

  private Path directory;

  /** Writes the recording. */
  @Setup
  public void prepare() throws IOException {
    directory = Files.createTempDirectory("headroom-bench");
    WriteRecording.write(directory.resolve("fleet"), MACHINES, 14);
  }

  /** Deletes it. */
  @TearDown
  public void delete() throws IOException {
    WriteRecording.delete(directory);
  }

  /** Unpacks and parses every sample. */
  @Benchmark
  public long decode() throws InterruptedException {
    long[] slots = new long[1];
    RecordingReader.open(directory.resolve("fleet"))
        .forEach(
            1,
            machine ->
                machine.observation().observations().all().stream()
                    .mapToLong(series -> series.slots())
                    .sum(),
            count -> slots[0] += count);
    return slots[0];
  }
}
