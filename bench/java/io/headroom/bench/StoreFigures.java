package io.headroom.bench;

import io.headroom.model.unit.TimeRange;
import io.headroom.store.SqlLedger;
import io.headroom.store.StoreAddress;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * CPU and wall time of loading 14 days × 5 minutes × 6 metrics of a machine from a store, and what
 * a machine takes on disk. CPU time is of the calling thread, so that it holds where others work.
 */
public final class StoreFigures {

  private static final Instant END = Instant.parse("2026-07-20T00:00:00Z");
  private static final TimeRange FORTNIGHT = TimeRange.endingAt(END, Duration.ofDays(14));
  private static final int MACHINES = 300;
  private static final int LOADS = 4000;

  private StoreFigures() {}

  /**
   * Measures.
   *
   * @param arguments address of an empty store; a new file if there is none
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("headroom-bench");
    String address = arguments.length > 0 ? arguments[0] : folder.resolve("store").toString();
    StoreAddress place = StoreAddress.parse(address, Optional.empty(), Optional.empty());
    Random random = new Random(1);
    try (SqlLedger ledger = SqlLedger.open(place)) {
      long before = ledger.upkeep().status().bytes().orElse(0);
      for (int machine = 0; machine < MACHINES; machine++) {
        ledger
            .series()
            .lay("i-" + machine, StoreBenchmark.series(random, FORTNIGHT.start(), 14 * 288));
      }
      System.out.printf(
          "%s: %d bytes a machine%n",
          place, (ledger.upkeep().status().bytes().orElse(0) - before) / MACHINES);
      load(ledger, random);
    }
  }

  private static void load(SqlLedger ledger, Random random) {
    List<Long> wall = new ArrayList<>();
    long cpu = 0;
    for (int load = 0; load < LOADS; load++) {
      String id = "i-" + random.nextInt(MACHINES);
      long cpuFrom = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long from = System.nanoTime();
      ledger.series().read(id, FORTNIGHT);
      if (load >= LOADS / 2) {
        wall.add(System.nanoTime() - from);
        cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuFrom;
      }
    }
    Collections.sort(wall);
    System.out.printf(
        "load: %d us of CPU, wall %d us in the median, %d us at best%n",
        cpu / wall.size() / 1000, wall.get(wall.size() / 2) / 1000, wall.get(0) / 1000);
  }
}
