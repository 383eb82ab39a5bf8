package io.headroom.demo;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.Observation;
import io.headroom.model.unit.Mebibytes;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Databases and queues: machines whose memory is the point. */
final class DataMachines {

  private static final Instant MORE_JOBS = Instant.parse("2026-07-06T06:00:00Z");

  private DataMachines() {}

  static List<Observation> all() {
    return List.of(mariadb(), postgres(), queue());
  }

  /** A MariaDB of its own, 30,000 MiB of which 24,576 are its buffer pool. 2.88 vCPU. */
  private static Observation mariadb() {
    Load queries =
        Load.flat(0.3)
            .plus(Load.office(1.6))
            .plus(Load.daily(LocalTime.of(2, 0), LocalTime.of(2, 45), 1.2));
    return new Recorder("db-wrenfield", "Europe/Dublin")
        .cpuPercent(8, Signal.of(queries).peak(2.88, "2026-07-13T09:15:00Z"))
        .memory(
            Signal.of(Load.flat(28_300).plus(queries.times(380)))
                .noise(0.002)
                .peak(30_000, "2026-07-13T09:40:00Z"))
        .disk(Load.flat(900).plus(queries.times(3000)), Load.flat(60).plus(queries.times(240)))
        .of(
            Accounts.ec2("i-09b3d7f2e6a81c540", "eu-west-1a", "r5.2xlarge")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "mariadb", "client", "wrenfield", "env", "prod", "team", "erp"))
                .host(pooled("mariadb", 24_576)));
  }

  private static HostProfile pooled(String service, double bufferPool) {
    return new HostProfile(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(Set.of(service)),
        List.of(
            new MemoryPool(
                service,
                new Mebibytes(bufferPool),
                Optional.of(new Mebibytes(bufferPool)),
                MemoryPool.Kind.BUFFER_POOL)));
  }

  /** A PostgreSQL of which an agent saw 9,000 MiB: without shared buffers and page cache. */
  private static Observation postgres() {
    Load queries = Load.flat(0.1).plus(Load.office(0.7));
    return new Recorder("db-acme-reporting", "America/New_York")
        .cpuPercent(4, Signal.of(queries).peak(1.2, "2026-07-01T15:50:00Z"))
        .memory(
            Signal.of(Load.flat(8200).plus(queries.times(500)))
                .noise(0.003)
                .peak(9000, "2026-07-01T15:55:00Z"))
        .of(
            Accounts.ec2("i-04e8a1c96f3d7b250", "us-east-1b", "r5.xlarge")
                .memoryMeasure(MemoryMeasure.AGENT_USED)
                .tags(
                    Map.of("app", "postgresql", "client", "acme", "env", "prod", "team", "data")));
  }

  /**
   * Runs background jobs, 1.6 vCPU at the peak. Since more of them came in July it holds 7,900 of
   * its 8,192 MiB on every working day, and swaps.
   */
  private static Observation queue() {
    Load jobs = Load.flat(0.2).plus(Load.office(1.0));
    Load more = Load.since(MORE_JOBS, Load.office(3200));
    return new Recorder("queue-acme", "America/New_York")
        .cpuPercent(2, Signal.of(jobs).peak(1.6, "2026-07-13T16:20:00Z"))
        .memory(
            Signal.of(Load.flat(4700).plus(jobs.times(700)).plus(more)).noise(0.006).cutAt(7900))
        .swap(Signal.of(Load.since(MORE_JOBS, Load.office(900))))
        .of(
            Accounts.ec2("i-0d45f9e1b28c76a03", "us-east-1b", "m5.large")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "jobs", "client", "acme", "env", "prod", "team", "erp")));
  }
}
