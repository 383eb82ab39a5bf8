package io.headroom.demo;

import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Observation;
import io.headroom.model.unit.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Machines that nobody would miss. */
final class QuietMachines {

  private QuietMachines() {}

  static List<Observation> all() {
    return List.of(idle(), stopped());
  }

  /** A CRM that was left behind: 0.06 vCPU once, else less than 0.03, and no traffic. */
  private static Observation idle() {
    return new Recorder("legacy-crm", "America/New_York")
        .cpuPercent(2, Signal.of(Load.flat(0.016)).noise(0.1).peak(0.06, "2026-07-02T04:05:00Z"))
        .memory(Signal.of(Load.flat(1080)).noise(0.004).peak(1200, "2026-07-02T04:10:00Z"))
        .network(Load.flat(0.6), Load.flat(0.4))
        .of(
            Accounts.ec2("i-0a8f3c6d5e2b9017c", "us-east-1a", "m5.large")
                .memoryMeasure(MemoryMeasure.TOTAL_MINUS_AVAILABLE)
                .tags(
                    Map.of(
                        "app", "crm",
                        "env", "prod",
                        "note", "=HYPERLINK(\"http://example.invalid\";\"<b>ask Kim</b>\")")));
  }

  /** A build server that was stopped at the end of June. */
  private static Observation stopped() {
    Instant off = Instant.parse("2026-06-29T16:00:00Z");
    Load builds = Load.flat(0.1).plus(Load.office(1.8));
    return new Recorder("build-old", "Europe/Berlin")
        .off(List.of(new TimeRange(off, DemoTime.WINDOW.end())))
        .cpuPercent(4, Signal.of(builds).peak(3.1, "2026-06-25T13:10:00Z"))
        .of(
            Accounts.ec2("i-05d2c8e7f1a936b40", "eu-west-1b", "c5.xlarge")
                .state(InstanceState.STOPPED)
                .tags(Map.of("env", "ci", "team", "platform")));
  }
}
