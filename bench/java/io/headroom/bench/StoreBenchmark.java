package io.headroom.bench;

import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.store.SqlLedger;
import io.headroom.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Loads what one verdict needs, 14 days × 5 minutes × 6 metrics, from a store with 300 machines,
 * and keeps a new hour of one. The store is a new file, or what {@code -Dstore=} names.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StoreBenchmark {

  private static final Instant END = Instant.parse("2026-07-20T00:00:00Z");
  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final int MACHINES = 300;
  private static final List<Metric> METRICS =
      List.of(
          Metric.CPU_UTILIZATION_AVG,
          Metric.CPU_UTILIZATION_MAX,
          Metric.MEMORY_USED,
          Metric.NETWORK_IN,
          Metric.NETWORK_OUT,
          Metric.DISK_IOPS);

  private final Random random = new Random(1);
  private SqlLedger ledger;
  private int hour;

  /** Fills the store. */
  @Setup(Level.Trial)
  public void fill() throws IOException {
    Path folder = Files.createTempDirectory("headroom-bench");
    String address = System.getProperty("store", folder.resolve("store").toString());
    ledger = SqlLedger.open(StoreAddress.parse(address, Optional.empty(), Optional.empty()));
    for (int machine = 0; machine < MACHINES; machine++) {
      ledger.series().lay("i-" + machine, series(random, END.minus(FORTNIGHT), 14 * 288));
    }
  }

  static List<Series> series(Random random, Instant start, int slots) {
    List<Series> series = new ArrayList<>();
    for (Metric metric : METRICS) {
      float[] values = new float[slots];
      for (int slot = 0; slot < slots; slot++) {
        values[slot] = (float) (40 + 30 * Math.sin(slot / 45.0) + 9 * random.nextDouble());
      }
      series.add(Series.of(metric, metric.units().get(0), start, 300, values));
    }
    return series;
  }

  /** Closes the store. */
  @TearDown(Level.Trial)
  public void close() {
    ledger.close();
  }

  /** Loads a machine, another each time. */
  @Benchmark
  public Observations load() {
    return ledger
        .series()
        .read("i-" + random.nextInt(MACHINES), TimeRange.endingAt(END, FORTNIGHT));
  }

  /** Keeps an hour of a machine, another each time. */
  @Benchmark
  public void keepAnHour() {
    hour++;
    Instant start = END.plus(Duration.ofHours(hour % 240));
    ledger.series().lay("i-" + random.nextInt(MACHINES), series(random, start, 12));
  }
}
