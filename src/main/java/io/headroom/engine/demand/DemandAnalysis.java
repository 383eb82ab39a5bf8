package io.headroom.engine.demand;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.demand.Demands;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.policy.NamedRange;
import io.headroom.model.policy.Policy;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything read from a machine's samples.
 *
 * @param demands the demand in every dimension
 * @param idle whether nearly nothing runs on it
 * @param running share of the look-back window in which it was not known to be stopped
 * @param notices what a reader should know
 */
public record DemandAnalysis(
    Demands demands,
    CpuAnalysis cpu,
    MemoryAnalysis memory,
    boolean idle,
    Share running,
    List<Notice> notices) {

  /** Copies the list. */
  public DemandAnalysis {
    notices = List.copyOf(notices);
  }

  /**
   * Reads the samples of {@code machine} in the look-back window of {@code policy} that ends at
   * {@code asOf}; {@code catalog} says what the types of its past had.
   */
  public static DemandAnalysis of(
      Observation machine, Policy policy, RegionCatalog catalog, Instant asOf) {
    Frame frame = Frame.of(machine.instance(), policy, asOf);
    CapacityTimeline timeline = CapacityTimeline.of(machine.instance().type(), catalog);
    CpuAnalysis cpu = new CpuDemandReader(machine, policy, frame, timeline).read();
    MemoryAnalysis memory = new MemoryDemandReader(machine, policy, frame, timeline).read();
    TrafficReader traffic = new TrafficReader(machine, frame);
    List<Notice> notices = new ArrayList<>();
    if (timeline.isAssumed()
        && machine.observations().of(io.headroom.model.series.Metric.CPU_RESERVED).isEmpty()) {
      notices.add(
          new Notice(
              NoticeKind.TYPE_ASSUMED,
              "type assumed: nothing shows that it was "
                  + machine.instance().type().present()
                  + " for all of the look-back window"));
    }
    notices.addAll(cpu.notices());
    notices.addAll(memory.notices());
    noteLeftOut(frame, notices);
    return new DemandAnalysis(
        new Demands(
            cpu.demand(), memory.demand(), traffic.network(), traffic.disk(), traffic.iops()),
        cpu,
        memory,
        cpu.means().filter(means -> IdleTest.isIdle(means, traffic)).isPresent(),
        running(machine, frame),
        notices);
  }

  /** Whether the CPU history is as long as {@code least}, with 2 % tolerance. */
  public boolean isHistoryAtLeast(Duration least) {
    return cpu.means().filter(means -> Reduction.isLongEnough(means.history(), least)).isPresent();
  }

  /**
   * Whether one change may be larger than one size down: every observed dimension has a long enough
   * history, and it holds the last day of a month. A rule that asks for no history asks for no
   * month end either.
   */
  public boolean mayReduceFreely(HistoryRule rule) {
    Duration least = rule.toReduceFreely();
    return least.isZero()
        || (cpu.monthEndSeen()
            && isHistoryAtLeast(least)
            && memory
                .used()
                .filter(used -> !Reduction.isLongEnough(used.history(), least))
                .isEmpty());
  }

  private static void noteLeftOut(Frame frame, List<Notice> notices) {
    for (NamedRange named : frame.leftOut()) {
      TimeRange range = named.range();
      if (range.end().isAfter(frame.window().start())) {
        notices.add(
            new Notice(
                NoticeKind.LEFT_OUT,
                "left out: " + named.name() + ", " + range.start() + " to " + range.end()));
      }
    }
  }

  private static Share running(Observation machine, Frame frame) {
    TimeRange window = frame.window();
    Instant start = machine.instance().launched().filter(window::contains).orElse(window.start());
    long all = window.end().getEpochSecond() - start.getEpochSecond();
    long off = 0;
    for (TimeRange stopped : machine.instance().stopped()) {
      long from = Math.max(start.getEpochSecond(), stopped.start().getEpochSecond());
      long until = Math.min(window.end().getEpochSecond(), stopped.end().getEpochSecond());
      off += Math.max(0, until - from);
    }
    return all <= 0 ? Share.ALL : Share.of(all - off, all);
  }
}
