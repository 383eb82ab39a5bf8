package io.headroom.engine.demand;

import io.headroom.model.demand.Censoring;
import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Evidence;
import io.headroom.model.demand.Resolution;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Provider;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CPU demand, in vCPUs. */
final class CpuDemandReader {

  private final Observation machine;
  private final Policy policy;
  private final Frame frame;
  private final UsageReader reader;
  private final List<Notice> notices = new ArrayList<>();

  CpuDemandReader(Observation machine, Policy policy, Frame frame, CapacityTimeline timeline) {
    this.machine = machine;
    this.policy = policy;
    this.frame = frame;
    this.reader = new UsageReader(frame, timeline, machine.instance().launched(), Dimension.CPU);
  }

  CpuAnalysis read() {
    Optional<List<Series>> means = ReservedCores.parts(machine, Metric.CPU_UTILIZATION_AVG);
    Optional<List<Series>> maxima = ReservedCores.parts(machine, Metric.CPU_UTILIZATION_MAX);
    boolean fromMaxima =
        means.isEmpty() || (policy.cpu().series() == SampleSeries.MAXIMUM && maxima.isPresent());
    Optional<List<Series>> chosen = fromMaxima ? maxima : means.map(FiveMinuteMeans::ofEach);
    if (chosen.isEmpty()) {
      return notCollected("no CPU metric");
    }
    Usage sizing = reader.read(chosen.get());
    Optional<SizingReading> reading =
        new StatisticReader(sizing, Dimension.CPU, frame.kept()).read(policy.cpu().statistic());
    if (reading.isEmpty()) {
      return notCollected("no CPU sample in the look-back window");
    }
    Usage mean =
        fromMaxima && means.isPresent() ? reader.read(FiveMinuteMeans.ofEach(means.get())) : sizing;
    Resolution resolution = resolution(chosen.get(), fromMaxima);
    return analysis(
        sizing, mean, reading.get(), resolution, fromMaxima ? Optional.empty() : maxima);
  }

  private CpuAnalysis analysis(
      Usage sizing,
      Usage mean,
      SizingReading reading,
      Resolution resolution,
      Optional<List<Series>> maxima) {
    // maxima of finer samples are no plateau: a lone 100 % inside a slot says nothing of its mean
    boolean meansKnown = mean != sizing || !resolution.maximum();
    CensoringVerdict saturated = meansKnown ? CpuCensoring.saturation(mean) : CensoringVerdict.NONE;
    CensoringVerdict throttled = CpuCensoring.credits(machine, reader);
    boolean byCredits = throttled.isStrongerThan(saturated);
    CensoringVerdict cut = byCredits ? throttled : saturated;
    Optional<Integer> threads =
        meansKnown && !cut.censoring().isCensored()
            ? CpuCensoring.boundByThreads(mean, reading.peak())
            : Optional.empty();
    noteAboveCapacity(mean);
    Optional<String> refusal = Reduction.refusal(sizing, cut.censoring(), policy.history());
    Demand<VCpus> demand =
        new Demand.Observed<>(
            new VCpus(reading.value()),
            new VCpus(reading.peak()),
            maxima.flatMap(this::momentary),
            new VCpus(mean.mean()),
            cut.censoring(),
            refusal.isEmpty(),
            refusal,
            new Evidence(
                policy.cpu().statistic().id(),
                reading.at(),
                resolution,
                sizing.coverage(),
                sizing.history(),
                reading.namedPeak()));
    return new CpuAnalysis(
        demand,
        Optional.of(mean),
        cut.censoring() == Censoring.NONE
            ? Optional.empty()
            : Optional.of(new VCpus(cut.capacity())),
        byCredits,
        threads,
        monthEndSeen(mean),
        notices);
  }

  private static CpuAnalysis notCollected(String why) {
    return new CpuAnalysis(
        new Demand.NotCollected<>(why),
        Optional.empty(),
        Optional.empty(),
        /* byCredits= */ false,
        Optional.empty(),
        /* monthEndSeen= */ false,
        List.of());
  }

  private Optional<VCpus> momentary(List<Series> maxima) {
    return new StatisticReader(reader.read(maxima), Dimension.CPU, List.of())
        .read(new io.headroom.model.policy.Statistic.Peak())
        .map(reading -> new VCpus(reading.peak()));
  }

  /**
   * The label follows the sampling: a maximum over slots no longer than a sample is that sample.
   */
  private Resolution resolution(List<Series> parts, boolean fromMaxima) {
    int step = parts.stream().mapToInt(Series::stepSeconds).max().orElseThrow();
    int sampling =
        (int)
            machine
                .instance()
                .samplingPeriod()
                .orElse(
                    machine.instance().provider() == Provider.GCE
                        ? Duration.ofMinutes(1)
                        : Duration.ofMinutes(5))
                .toSeconds();
    return fromMaxima && sampling < step
        ? Resolution.maximumOf(sampling)
        : Resolution.meanOf(fromMaxima ? sampling : step);
  }

  private void noteAboveCapacity(Usage usage) {
    long above = 0;
    for (Stretch stretch : usage.stretches()) {
      if (stretch.inWindow() && !stretch.type().isSharedCore()) {
        double capacity = stretch.type().vcpus().value();
        for (int slot = stretch.from(); slot < stretch.until(); slot++) {
          if (stretch.series().observed(slot)
              && (float) (stretch.series().value(slot) * stretch.factor()) > (float) capacity) {
            above++;
          }
        }
      }
    }
    if (above > 0) {
      notices.add(
          new Notice(
              NoticeKind.CPU_ABOVE_CAPACITY,
              "CPU above 100 % in " + above + " slots; they count as saturated"));
    }
  }

  /** Whether some slot of the last day of a month was observed, in the calendar's time zone. */
  private boolean monthEndSeen(Usage usage) {
    ZonedDateTime start = frame.window().start().atZone(policy.calendar().zone());
    ZonedDateTime end = frame.window().end().atZone(policy.calendar().zone());
    for (ZonedDateTime month = start.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      ZonedDateTime next = month.plusMonths(1);
      if (usage.isObserved(next.minusDays(1).toEpochSecond(), next.toEpochSecond())) {
        return true;
      }
    }
    return false;
  }
}
