package io.headroom.demo;

import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.AttachedDisk;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.HardwareFacts;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.Virtualization;
import io.headroom.model.unit.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Machines whose work is done when nobody looks, most of them on Google Cloud. */
final class BatchMachines {

  private BatchMachines() {}

  static List<Observation> all() {
    return List.of(weekly(), search(), nightly(), spot(), gpu());
  }

  /** Loads a warehouse on Sundays: 5.12 vCPU and 14,000 MiB, and nearly nothing on other days. */
  private static Observation weekly() {
    Set<DayOfWeek> sunday = Set.of(DayOfWeek.SUNDAY);
    Load load =
        Load.flat(0.15)
            .plus(Load.weekly(sunday, LocalTime.of(3, 0), LocalTime.of(9, 30), 4.4))
            .plus(Load.everyHours(6, 20, 0.9));
    return new Recorder("etl-weekly", "America/Chicago")
        .cpuFraction(8, Signal.of(load).peak(5.12, "2026-07-12T09:50:00Z"))
        .memory(
            Signal.of(Load.flat(3800).plus(load.times(2000)))
                .noise(0.01)
                .peak(14_000, "2026-07-12T13:40:00Z"))
        .of(
            Accounts.gce(
                    "5820174639152087463", Accounts.DATA_PROJECT, "us-central1-a", "n2-standard-8")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "warehouse", "env", "prod", "team", "data")));
  }

  /** Finds products: 2.6 vCPU, so four are needed, but 6,144 MiB only. */
  private static Observation search() {
    Load queries = Load.flat(0.25).plus(Load.shop(1.9));
    return new Recorder("product-finder", "America/New_York")
        .cpuFraction(4, Signal.of(queries).peak(2.6, "2026-07-05T23:50:00Z"))
        .memory(
            Signal.of(Load.flat(5200).plus(queries.times(300)))
                .noise(0.004)
                .peak(6144, "2026-07-05T23:55:00Z"))
        .of(
            Accounts.gce(
                    "7463015829461738205", Accounts.WEB_PROJECT, "us-central1-b", "n2-standard-4")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "finder", "env", "prod", "team", "web")));
  }

  /** Runs from 20:00 to 08:00 UTC and is off by day: 1.1 vCPU and 4,000 MiB. */
  private static Observation nightly() {
    Load work = Load.flat(0.2).plus(Load.daily(LocalTime.of(21, 0), LocalTime.of(5, 0), 0.65));
    return new Recorder("nightly-exports", "UTC")
        .off(days())
        .cpuFraction(4, Signal.of(work).peak(1.1, "2026-07-10T02:25:00Z"))
        .memory(
            Signal.of(Load.flat(2600).plus(work.times(1200)))
                .noise(0.008)
                .peak(4000, "2026-07-10T02:30:00Z"))
        .of(
            Accounts.gce(
                    "6094817352604918371", Accounts.DATA_PROJECT, "us-central1-a", "n1-standard-4")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "exports", "env", "prod", "team", "data")));
  }

  /** Twelve hours of each day, from 08:00 UTC. */
  private static List<TimeRange> days() {
    return IntStream.range(0, (int) DemoTime.WINDOW.length().toDays())
        .mapToObj(day -> DemoTime.WINDOW.start().plus(Duration.ofHours(24L * day + 8)))
        .map(start -> TimeRange.startingAt(start, Duration.ofHours(12)))
        .toList();
  }

  /** Encodes films as fast as it can, on Spot: 7.92 of 8 vCPU for a while each day. 8,192 MiB. */
  private static Observation spot() {
    Load films = Load.flat(0.6).plus(Load.daily(LocalTime.of(22, 0), LocalTime.of(23, 30), 6.2));
    return new Recorder("encoder-spot-7", "UTC")
        .cpuPercent(8, Signal.of(films).peak(7.92, "2026-06-24T22:40:00Z"))
        .memory(
            Signal.of(Load.flat(4200).plus(films.times(520)))
                .noise(0.01)
                .peak(8192, "2026-06-24T22:50:00Z"))
        .of(
            Accounts.ec2("i-02b6d0f48e7c9a135", "us-east-1a", "c5.2xlarge")
                .lifecycle(Lifecycle.SPOT)
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(Map.of("app", "encoder", "env", "prod", "team", "media")));
  }

  /** Draws pictures on a GPU that no other type has for less: 2.6 vCPU and 9,000 MiB. */
  private static Observation gpu() {
    Load pictures = Load.flat(0.3).plus(Load.office(1.7));
    return new Recorder("render-gpu-1", "America/New_York")
        .cpuPercent(4, Signal.of(pictures).peak(2.6, "2026-07-09T18:30:00Z"))
        .memory(
            Signal.of(Load.flat(7200).plus(pictures.times(700)))
                .noise(0.006)
                .peak(9000, "2026-07-09T18:40:00Z"))
        .of(
            Accounts.ec2("i-0c7a52e98d1b4f630", "us-east-1a", "g4dn.xlarge")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .hardware(withLocalDisk())
                .tags(Map.of("app", "render", "env", "prod", "team", "media")));
  }

  private static HardwareFacts withLocalDisk() {
    return new HardwareFacts(
        Optional.of(Architecture.X86_64),
        Optional.of(Virtualization.HVM),
        Optional.of(true),
        Optional.of(BootMode.UEFI_PREFERRED),
        Optional.of(
            List.of(
                new AttachedDisk("gp3", /* local= */ false),
                new AttachedDisk("nvme", /* local= */ true))),
        OptionalInt.of(1),
        Optional.of(PublicAddress.STATIC),
        Optional.empty());
  }
}
