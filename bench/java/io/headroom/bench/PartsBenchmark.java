package io.headroom.bench;

import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.replay.ReplayOutcome;
import io.headroom.engine.replay.SizeReplay;
import io.headroom.engine.verdict.Judge;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.verdict.Verdict;
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

/** The parts of a verdict, each by itself, and the least work that any of them could be. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class PartsBenchmark {

  private static final int MACHINES = 64;

  private final Observation[] machines = new Observation[MACHINES];
  private final DemandAnalysis[] analyses = new DemandAnalysis[MACHINES];
  private final Offering[] present = new Offering[MACHINES];
  private final SizeReplay[] replays = new SizeReplay[MACHINES];
  private FleetState fleet;
  private int next;

  /** Makes the machines and reads their demand once. */
  @Setup
  public void prepare() {
    fleet = new FleetState("peak-plus-half");
    for (int i = 0; i < MACHINES; i++) {
      machines[i] = fleet.machine();
      analyses[i] = fleet.analysis(machines[i]);
      String type = machines[i].instance().type().present();
      present[i] = fleet.table().catalog().find(type).orElseThrow();
      replays[i] = fleet.replay(machines[i]);
    }
  }

  /** Samples to demand. */
  @Benchmark
  public DemandAnalysis demand() {
    return fleet.analysis(fleet.machine());
  }

  /** Demand to verdict: candidates, workers, rank, words. */
  @Benchmark
  public Verdict candidates() {
    next = (next + 1) % MACHINES;
    return new Judge(
            machines[next].instance(),
            fleet.policy(),
            fleet.table(),
            present[next],
            analyses[next],
            Fleet.AS_OF)
        .verdict();
  }

  /** The demand played on the smallest type: nothing is skipped because it fits. */
  @Benchmark
  public ReplayOutcome replay() {
    next = (next + 1) % MACHINES;
    return replays[next].play(fleet.smallest());
  }

  /** The yardstick: maximum, mean and the 20 largest of two metrics, nothing else. */
  @Benchmark
  public float leastWork() {
    Observation machine = fleet.machine();
    float sum = 0;
    for (Metric metric : new Metric[] {Metric.CPU_UTILIZATION_AVG, Metric.CPU_UTILIZATION_MAX}) {
      for (Series series : machine.observations().of(metric).orElseThrow().parts()) {
        sum += largest(series);
      }
    }
    return sum;
  }

  private static float largest(Series series) {
    float[] largest = new float[20];
    float smallest = 0;
    double sum = 0;
    for (int slot = 0; slot < series.slots(); slot++) {
      if (series.observed(slot)) {
        float value = series.value(slot);
        sum += value;
        if (value > smallest) {
          smallest = insert(largest, value);
        }
      }
    }
    return (float) (sum / series.slots()) + smallest + largest[19];
  }

  /** Keeps the array in order; returns its smallest. */
  private static float insert(float[] largest, float value) {
    int at = 0;
    while (at + 1 < largest.length && largest[at + 1] < value) {
      largest[at] = largest[at + 1];
      at++;
    }
    largest[at] = value;
    return largest[0];
  }
}
