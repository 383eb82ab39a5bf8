package io.headroom.bench;

import io.headroom.catalog.Catalogs;
import io.headroom.engine.SizingEngine;
import io.headroom.engine.candidate.CandidateTable;
import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.Policy;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicySource;
import java.nio.file.Path;
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
@Fork(2)
public class VerdictBenchmark {

  /** So many machines are 32 MB of samples: more than caches hold. */
  private static final int MACHINES = 512;

  /** Shipped policies. */
  @Param({"peak-plus-half", "compute-optimizer", "cautious"})
  public String policy = "";

  private final Observation[] machines = new Observation[MACHINES];
  private Policy loaded;
  private CandidateTable table;
  private int next;

  /** Makes the machines. */
  @Setup
  public void prepare() {
    RegionCatalog catalog = Catalogs.bundled().region(Provider.AWS, "us-east-1");
    table = CandidateTable.of(catalog);
    loaded = new PolicySource(Path.of("")).load(policy).policy();
    Fleet fleet = Fleet.of(catalog, Fleet.usEast1(), 14);
    for (int number = 0; number < MACHINES; number++) {
      machines[number] = fleet.machine(number);
    }
  }

  /** One verdict. */
  @Benchmark
  public Verdict verdict() {
    next = (next + 1) % MACHINES;
    return SizingEngine.evaluate(machines[next], loaded, table, Fleet.AS_OF);
  }
}
