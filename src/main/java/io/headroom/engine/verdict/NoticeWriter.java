package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Need;
import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.unit.Share;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know beside the finding, in a fixed order. */
final class NoticeWriter {

  private static final Share FULL = Share.ofPercent(95);

  private NoticeWriter() {}

  static List<Notice> of(Need need) {
    DemandAnalysis analysis = need.analysis();
    List<Notice> notices = new ArrayList<>(analysis.notices());
    dimension("CPU", " vCPU", analysis.demands().cpu(), notices);
    dimension("memory", "", analysis.demands().memory(), notices);
    analysis
        .cpu()
        .boundByThreads()
        .ifPresent(
            threads ->
                notices.add(
                    new Notice(
                        NoticeKind.SINGLE_THREADED,
                        "CPU is flat at "
                            + threads
                            + " vCPU: bound by single threads, more vCPUs would not help")));
    need.sizing()
        .refutation()
        .ifPresent(text -> notices.add(new Notice(NoticeKind.PER_WORKER_REFUTED, text)));
    need.sizing()
        .footprint()
        .ifPresent(text -> notices.add(new Notice(NoticeKind.WORKER_FOOTPRINT, text)));
    if (!analysis.running().atLeast(FULL)) {
      notices.add(
          new Notice(
              NoticeKind.RUNS_PART_TIME,
              "runs " + analysis.running() + " of the time, and is priced for that"));
    }
    return notices;
  }

  private static <Q extends Comparable<Q>> void dimension(
      String name, String unit, Demand<Q> demand, List<Notice> notices) {
    notices.addAll(
        demand.match(
            observed -> observed(name, unit, observed),
            missing ->
                List.of(
                    new Notice(
                        NoticeKind.NOT_COLLECTED,
                        name + " is not collected, so it is kept: " + missing.why()))));
  }

  private static <Q extends Comparable<Q>> List<Notice> observed(
      String name, String unit, Demand.Observed<Q> observed) {
    List<Notice> notices = new ArrayList<>();
    if (observed.censoring().isCensored()) {
      notices.add(
          new Notice(
              NoticeKind.DEMAND_AT_LEAST,
              name + " demand at least " + observed.value() + unit + ": the machine cut it off"));
    }
    if (observed.censoring() == Censoring.ELASTIC_OR_RUNAWAY) {
      notices.add(
          new Notice(
              NoticeKind.ELASTIC_OR_RUNAWAY,
              name + " is elastic or runaway: the larger size was filled as often"));
    }
    observed
        .whyNotReduced()
        .ifPresent(
            why -> notices.add(new Notice(NoticeKind.NOT_REDUCED, name + " is kept: " + why)));
    observed
        .evidence()
        .namedPeak()
        .ifPresent(
            peak ->
                notices.add(
                    new Notice(NoticeKind.NAMED_PEAK, name + " demand was set by " + peak)));
    return notices;
  }
}
