package io.headroom.bench;

import io.headroom.engine.SizingEngine;
import io.headroom.model.verdict.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole verdicts, one thread: 14 days of four metrics in slots of five minutes, in memory, against
 * all types of us-east-1.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class VerdictBenchmark {

  /** Shipped policies. */
  @Param({"peak-plus-half", "compute-optimizer", "cautious"})
  public String policy = "";

  private FleetState fleet;

  /** Makes the machines. */
  @Setup
  public void prepare() {
    fleet = new FleetState(policy);
  }

  /** One verdict. */
  @Benchmark
  public Verdict verdict() {
    return SizingEngine.evaluate(fleet.machine(), fleet.policy(), fleet.table(), Fleet.AS_OF);
  }
}
