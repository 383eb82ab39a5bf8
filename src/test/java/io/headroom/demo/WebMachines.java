package io.headroom.demo;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.unit.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Web servers and what stands behind them, on EC2. */
final class WebMachines {

  private static final Instant RESIZED = Instant.parse("2026-06-25T04:00:00Z");

  private WebMachines() {}

  static List<Observation> all() {
    return List.of(reports(), resized(), member(), headroom(), newcomer(), tills(), images());
  }

  /** Reports, 1.4 vCPU at the peak, and nobody installed the agent that would tell its memory. */
  private static Observation reports() {
    Load queries =
        Load.flat(0.12)
            .plus(Load.office(0.55))
            .plus(Load.daily(LocalTime.of(5, 0), LocalTime.of(5, 40), 0.6));
    return new Recorder("reports-bracken", "Europe/Dublin")
        .cpuPercent(4, Signal.of(queries).peak(1.4, "2026-06-30T15:35:00Z"))
        .network(Load.flat(10).plus(queries.times(300)), Load.flat(18).plus(queries.times(900)))
        .of(
            Accounts.ec2("i-0f61b8c2a9d43e75b", "eu-west-1a", "m5.xlarge")
                .tags(Map.of("app", "reports", "client", "brackenhurst", "env", "prod")));
  }

  /**
   * A web server that was held down by the two vCPUs of a c5.large until somebody made it a
   * c5.xlarge; since then it takes 2.6 vCPU at most. 3,200 MiB.
   */
  private static Observation resized() {
    Load visits = Load.flat(0.2).plus(Load.shop(2.2));
    Load served = moment -> Math.min(visits.at(moment), moment.hoursSince(RESIZED) < 0 ? 2 : 8);
    return new Recorder("web-mossbank", "Europe/Berlin")
        .cpuPercent(2, RESIZED, 4, Signal.of(served).noise(0.04).peak(2.6, "2026-07-05T18:20:00Z"))
        .memory(
            Signal.of(Load.flat(2500).plus(visits.times(180)).plus(Load.leak(12)))
                .noise(0.006)
                .peak(3200, "2026-07-12T18:45:00Z"))
        .of(
            Accounts.ec2(
                    "i-03ad7e915bc20f846",
                    "eu-west-1b",
                    Accounts.changed("c5.large", RESIZED, "c5.xlarge"))
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "web", "client", "mossbank", "env", "prod", "team", "web")));
  }

  /** One of the members of an Auto Scaling group: 0.7 vCPU and 1,800 MiB. */
  private static Observation member() {
    Load visits = Load.flat(0.06).plus(Load.shop(0.5));
    return new Recorder("web-otterlea", "Europe/Dublin")
        .cpuPercent(2, Signal.of(visits).peak(0.7, "2026-07-05T19:05:00Z"))
        .memory(
            Signal.of(Load.flat(1450).plus(visits.times(400)))
                .noise(0.006)
                .peak(1800, "2026-07-05T19:10:00Z"))
        .of(
            Accounts.ec2("i-08c5e20d7f9a1b364", "eu-west-1c", "m5.large")
                .manager(new Manager(Manager.Kind.AUTO_SCALING_GROUP, "otterlea-web"))
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "web", "client", "otterlea", "env", "prod", "team", "web")));
  }

  /** Its memory suffices for 3,100 MiB, but not with half of that on top. 1.3 vCPU. */
  private static Observation headroom() {
    Load calls = Load.flat(0.15).plus(Load.office(0.85));
    return new Recorder("api-larkfield", "Europe/London")
        .cpuPercent(2, Signal.of(calls).peak(1.3, "2026-07-06T13:25:00Z"))
        .memory(
            Signal.of(Load.flat(2400).plus(calls.times(380)).plus(Load.leak(15)))
                .noise(0.005)
                .peak(3100, "2026-07-10T14:15:00Z"))
        .of(
            Accounts.ec2("i-0629f4d81c3ae7b05", "eu-west-1a", "c6i.large")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "api", "client", "larkfield", "env", "prod", "team", "web")));
  }

  /** Launched two days before the end: 0.8 vCPU and 2,000 MiB so far. */
  private static Observation newcomer() {
    String launched = "2026-07-18T00:00:00Z";
    Load visits = Load.flat(0.1).plus(Load.shop(0.5));
    return new Recorder("web-larkfield-2", "Europe/London")
        .from(launched)
        .cpuPercent(2, Signal.of(visits).peak(0.8, "2026-07-19T19:40:00Z"))
        .memory(
            Signal.of(Load.flat(1500).plus(visits.times(500)))
                .noise(0.006)
                .peak(2000, "2026-07-19T19:45:00Z"))
        .of(
            Accounts.ec2("i-0ba14d6c73f5e8902", "eu-west-1b", "m6a.large")
                .launched(Instant.parse(launched))
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "web", "client", "larkfield", "env", "prod", "team", "web")));
  }

  /**
   * Collects what tills sent: 0.5 vCPU and 2,400 MiB. Its agent falls over every evening and is
   * started again at six, so that a third of the memory samples are missing.
   */
  private static Observation tills() {
    Load receipts = Load.flat(0.05).plus(Load.shop(0.34));
    Signal memory =
        Signal.of(Load.flat(1900).plus(receipts.times(800)))
            .noise(0.006)
            .peak(2400, "2026-07-18T13:30:00Z");
    nights().forEach(memory::missing);
    return new Recorder("tills-gateway", "Europe/Dublin")
        .cpuPercent(2, Signal.of(receipts).peak(0.5, "2026-07-18T13:05:00Z"))
        .memory(memory)
        .of(
            Accounts.ec2("i-0e97c3b05d1f64a28", "eu-west-1a", "m5.large")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "gateway", "client", "brackenhurst", "env", "prod")));
  }

  /** Eight hours of each night, from ten. */
  private static List<TimeRange> nights() {
    return IntStream.range(0, (int) DemoTime.WINDOW.length().toDays())
        .mapToObj(day -> DemoTime.WINDOW.start().plus(Duration.ofHours(24L * day + 22)))
        .map(start -> TimeRange.startingAt(start, Duration.ofHours(8)))
        .toList();
  }

  /** Scales pictures on Graviton: 1.4 vCPU and 2,000 MiB. */
  private static Observation images() {
    Load pictures = Load.flat(0.08).plus(Load.shop(1.0));
    return new Recorder("imgproxy-1", "America/New_York")
        .cpuPercent(4, Signal.of(pictures).noise(0.1).peak(1.4, "2026-06-29T00:10:00Z"))
        .memory(
            Signal.of(Load.flat(1300).plus(pictures.times(450)))
                .noise(0.015)
                .peak(2000, "2026-06-29T00:15:00Z"))
        .of(
            Accounts.ec2("i-01fe8b7a64d2c3905", "us-east-1c", "c6g.xlarge")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .hardware(Accounts.ec2Hardware(Architecture.ARM64, PublicAddress.NONE))
                .tags(Map.of("app", "images", "env", "prod", "team", "web")));
  }
}
