package io.headroom.demo;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** ERPNext benches of clients. */
final class ErpMachines {

  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime TEN = LocalTime.of(10, 0);
  private static final LocalTime ELEVEN = LocalTime.of(11, 0);
  private static final Set<DayOfWeek> MONDAY = Set.of(DayOfWeek.MONDAY);
  private static final Set<LocalDate> MONTH_END =
      Set.of(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1));

  /** The second and the fourth Tuesday of a month. */
  private static final Set<LocalDate> TRAINING_DAYS =
      Set.of(LocalDate.of(2026, 6, 9), LocalDate.of(2026, 6, 23), LocalDate.of(2026, 7, 14));

  private ErpMachines() {}

  static List<Observation> all() {
    return List.of(production(), training(), application());
  }

  /**
   * Everything on one machine. Mondays from nine to eleven are busy, the closing of June busier:
   * 3.2 vCPU and 10,752 MiB at the peak, 5,900 of them in the buffer pool and 320 in Redis.
   */
  private static Observation production() {
    Load people =
        Load.office(1.35)
            .plus(Load.weekly(MONDAY, NINE, ELEVEN, 1.15))
            .plus(Load.on(MONTH_END, LocalTime.of(13, 0), LocalTime.of(17, 30), 1.3));
    Load jobs =
        Load.flat(0.22)
            .plus(Load.everyHours(1, 10, 0.18))
            .plus(Load.daily(LocalTime.of(1, 30), LocalTime.of(2, 20), 0.9));
    Load pages =
        Load.flat(3250)
            .plus(people.times(260))
            .plus(Load.leak(38))
            .plus(Load.filling(6220, Instant.parse("2026-06-07T07:00:00Z"), 9));
    return new Recorder("erp-acme-prod", "America/New_York")
        .cpuPercent(8, Signal.of(people.plus(jobs)).peak(3.2, "2026-06-30T18:20:00Z"))
        .maxima()
        .memory(Signal.of(pages).noise(0.003).peak(10_752, "2026-06-30T18:45:00Z"))
        .network(Load.flat(14).plus(people.times(190)), Load.flat(25).plus(people.times(720)))
        .disk(Load.flat(700).plus(jobs.times(5200)), Load.flat(40).plus(people.times(160)))
        .of(
            Accounts.ec2("i-0a41c7e29d5b8f036", "us-east-1b", "m5.2xlarge")
                .samplingPeriod(Duration.ofMinutes(1))
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "erpnext", "client", "acme", "env", "prod", "team", "erp"))
                .host(
                    bench(
                        workers(9, 150, 110, 7),
                        rq(6),
                        0.8,
                        List.of("mariadb", "nginx", "redis"),
                        List.of(bufferPool(6144, 5900), redis(512, 320)))));
  }

  /**
   * A machine that does next to nothing but on training days, when 40 people follow a course from
   * ten to one and from two to five: 3.4 vCPU and 7,424 MiB. On all other days it stays below 0.9
   * vCPU and 4,900 MiB.
   */
  private static Observation training() {
    Load course =
        Load.on(TRAINING_DAYS, TEN, LocalTime.of(13, 0), 1)
            .plus(Load.on(TRAINING_DAYS, LocalTime.of(14, 0), LocalTime.of(17, 0), 0.92));
    Load cpu =
        Load.flat(0.16)
            .plus(Load.office(0.25))
            .plus(Load.everyHours(1, 5, 0.12))
            .plus(course.times(2.75));
    Load pages =
        Load.flat(3080)
            .plus(Load.office(180))
            .plus(Load.leak(30))
            .plus(Load.filling(1024, Instant.parse("2026-06-05T20:00:00Z"), 14))
            .plus(course.times(2800));
    return new Recorder("erp-training", "Asia/Kolkata")
        .cpuPercent(8, Signal.of(cpu).peak(3.4, "2026-06-23T05:40:00Z"))
        .maxima()
        .memory(Signal.of(pages).noise(0.004).peak(7424, "2026-07-14T09:25:00Z"))
        .network(Load.flat(6).plus(course.times(800)), Load.flat(9).plus(course.times(3100)))
        .of(
            Accounts.ec2("i-0c93f1d87be2406a5", "ap-south-1a", "m5.2xlarge")
                .samplingPeriod(Duration.ofMinutes(1))
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(
                    Map.of(
                        "app", "erpnext",
                        "client", "internal",
                        "env", "training",
                        "team", "erp",
                        "calendar",
                            "40 users on the second and fourth Tuesday, 10:00 to 17:00 IST"))
                .host(
                    bench(
                        workers(17, 150, 90, 7),
                        rq(3),
                        0.6,
                        List.of("mariadb", "nginx", "redis"),
                        List.of(bufferPool(1024, 1024)))));
  }

  /**
   * The application alone, its database elsewhere: 17 workers because the bench was set up on eight
   * vCPUs, nine of them ever busy at once. 3.36 vCPU and 7,040 MiB.
   */
  private static Observation application() {
    Load people = Load.office(1.7).plus(Load.weekly(MONDAY, NINE, ELEVEN, 0.7));
    Load cpu = Load.flat(0.2).plus(Load.everyHours(1, 10, 0.25)).plus(people);
    Load pages = Load.flat(5300).plus(people.times(420)).plus(Load.leak(42));
    return new Recorder("erp-wrenfield-app", "Europe/Dublin")
        .cpuPercent(8, Signal.of(cpu).peak(3.36, "2026-07-13T09:10:00Z"))
        .memory(Signal.of(pages).noise(0.003).peak(7040, "2026-07-13T09:40:00Z"))
        .of(
            Accounts.ec2("i-07de5a3b19c48f2e0", "eu-west-1a", "c5.2xlarge")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "erpnext", "client", "wrenfield", "env", "prod", "team", "erp"))
                .host(bench(workers(17, 190, 150, 9), rq(3), 0, List.of(), List.of())));
  }

  private static HostProfile bench(
      WorkerPool web,
      WorkerPool background,
      double coResident,
      List<String> services,
      List<MemoryPool> pools) {
    return new HostProfile(
        Optional.of("frappe-bench"),
        Optional.of(web),
        Optional.of(background),
        Optional.of(new VCpus(coResident)),
        new TreeSet<>(services),
        pools);
  }

  private static WorkerPool workers(int count, double high, double low, int peakBusy) {
    return new WorkerPool(
        count,
        Optional.of(new Mebibytes(high)),
        Optional.of(new Mebibytes(low)),
        OptionalInt.empty(),
        OptionalInt.of(peakBusy),
        List.of());
  }

  /** RQ workers, measured at 80 MiB each. */
  private static WorkerPool rq(int count) {
    return new WorkerPool(
        count,
        Optional.of(new Mebibytes(80)),
        Optional.of(new Mebibytes(60)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of());
  }

  private static MemoryPool bufferPool(double configured, double used) {
    return new MemoryPool(
        "mariadb",
        new Mebibytes(configured),
        Optional.of(new Mebibytes(used)),
        MemoryPool.Kind.BUFFER_POOL);
  }

  private static MemoryPool redis(double configured, double used) {
    return new MemoryPool(
        "redis",
        new Mebibytes(configured),
        Optional.of(new Mebibytes(used)),
        MemoryPool.Kind.FIXED);
  }
}
