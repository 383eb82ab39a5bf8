package io.headroom.demo;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.PublicAddress;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Machines that may take more CPU for a while than they can keep up. */
final class BurstMachines {

  private BurstMachines() {}

  static List<Observation> all() {
    return List.of(shop(), runner(), relay(), api(), probe());
  }

  /**
   * A shop on a t3.medium that earns 24 credits an hour: 0.4 vCPU for ever. It is asked for up to
   * 1.25 vCPU, bursts in the morning, has no credits from noon on, and is held at 20 % until late
   * in the evening, every day. 2,300 MiB.
   */
  private static Observation shop() {
    Load wanted =
        Load.flat(0.14)
            .plus(Load.shop(0.95))
            .plus(Load.daily(LocalTime.of(8, 30), LocalTime.of(11, 30), 0.35));
    return new Recorder("shop-mossbank", "Europe/Berlin")
        .burst(
            new CreditAccount(2, 24, CreditMode.STANDARD, 140),
            Signal.of(wanted).noise(0.1).peak(1.25, "2026-06-14T07:25:00Z"))
        .memory(
            Signal.of(Load.flat(1900).plus(Load.shop(240)).plus(Load.leak(9)))
                .noise(0.006)
                .peak(2300, "2026-07-12T18:40:00Z"))
        .network(Load.flat(12).plus(Load.shop(60)), Load.flat(30).plus(Load.shop(540)))
        .of(
            Accounts.ec2("i-0e2b64f90a7d31c58", "eu-west-1b", "t3.medium")
                .creditMode(CreditMode.STANDARD)
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "shop", "client", "mossbank", "env", "prod", "team", "web")));
  }

  /**
   * Builds day and night on a t3.large in unlimited mode: never below the 0.6 vCPU that it earns,
   * so that all above is surplus and charged. At most 1.9 vCPU, 4,600 MiB.
   */
  private static Observation runner() {
    Load builds = Load.flat(0.78).plus(Load.office(0.85)).plus(Load.everyHours(2, 25, 0.2));
    return new Recorder("ci-runner-2", "Europe/Berlin")
        .burst(
            new CreditAccount(2, 36, CreditMode.UNLIMITED, 0),
            Signal.of(builds).noise(0.09).atLeast(0.62).peak(1.9, "2026-07-02T13:05:00Z"))
        .memory(
            Signal.of(Load.flat(2300).plus(builds.times(1100)))
                .noise(0.02)
                .peak(4600, "2026-07-02T13:20:00Z"))
        .of(
            Accounts.ec2("i-05b8d2e7f61a94c03", "us-east-1a", "t3.large")
                .creditMode(CreditMode.UNLIMITED)
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .hardware(Accounts.ec2Hardware(Architecture.X86_64, PublicAddress.EPHEMERAL))
                .tags(Map.of("env", "ci", "team", "platform")));
  }

  /** A mail relay that is simply right: mean below the 0.4 vCPU it earns, 1.1 vCPU, 1,250 MiB. */
  private static Observation relay() {
    Load mail =
        Load.flat(0.07)
            .plus(Load.office(0.12))
            .plus(Load.daily(LocalTime.of(7, 0), LocalTime.of(7, 25), 0.8));
    return new Recorder("mail-relay", "America/New_York")
        .burst(
            new CreditAccount(2, 24, CreditMode.STANDARD, 410),
            Signal.of(mail).noise(0.12).peak(1.1, "2026-07-01T11:10:00Z"))
        .memory(
            Signal.of(Load.flat(1080).plus(Load.leak(7)))
                .noise(0.008)
                .peak(1250, "2026-07-05T06:10:00Z"))
        .of(
            Accounts.ec2("i-0b7f03c61e8d5a294", "us-east-1b", "t3a.small")
                .creditMode(CreditMode.STANDARD)
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("env", "prod", "team", "platform")));
  }

  /** An API on Graviton, too large by half: 0.9 vCPU, mean below 0.4, 2,560 MiB. */
  private static Observation api() {
    Load calls = Load.flat(0.06).plus(Load.shop(0.42));
    return new Recorder("api-otterlea", "Europe/Dublin")
        .burst(
            new CreditAccount(2, 36, CreditMode.UNLIMITED, 820),
            Signal.of(calls).noise(0.1).peak(0.9, "2026-06-28T19:15:00Z"))
        .memory(
            Signal.of(Load.flat(2000).plus(calls.times(500)).plus(Load.leak(20)))
                .noise(0.006)
                .peak(2560, "2026-06-28T19:30:00Z"))
        .of(
            Accounts.ec2("i-0d1936e85fc7b2a40", "eu-west-1c", "t4g.large")
                .creditMode(CreditMode.UNLIMITED)
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .hardware(Accounts.ec2Hardware(Architecture.ARM64, PublicAddress.NONE))
                .tags(Map.of("app", "api", "client", "otterlea", "env", "prod", "team", "web")));
  }

  /**
   * Probes every few minutes on an e2-micro, whose 0.25 vCPU it takes more than three times: 0.8
   * vCPU, 600 MiB.
   */
  private static Observation probe() {
    Load checks = Load.flat(0.17).plus(Load.everyHours(1, 15, 0.42));
    return new Recorder("uptime-probe", "UTC")
        .cpuFraction(0.25, Signal.of(checks).noise(0.12).peak(0.8, "2026-06-26T10:00:00Z"))
        .reservedCores(0.25)
        .memory(
            Signal.of(Load.flat(520).plus(Load.leak(6)))
                .noise(0.01)
                .peak(600, "2026-07-12T02:00:00Z"))
        .of(
            Accounts.gce("3175920846102937745", Accounts.WEB_PROJECT, "us-central1-f", "e2-micro")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("env", "prod", "team", "platform")));
  }
}
