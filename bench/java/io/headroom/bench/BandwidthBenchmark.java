package io.headroom.bench;

import java.util.Arrays;
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
import org.openjdk.jmh.annotations.Warmup;

/** The machine's own limit: one thread adds up 256 MiB of numbers that no cache holds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BandwidthBenchmark {

  private final int[] numbers = new int[64 << 20];

  /** Touches every page. */
  @Setup
  public void prepare() {
    Arrays.fill(numbers, 1);
  }

  /** 256 MiB an operation. */
  @Benchmark
  public int read256MiB() {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }
}
