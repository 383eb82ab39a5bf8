package io.headroom.engine.demand;

import io.headroom.model.demand.Demand;
import io.headroom.model.demand.Evidence;
import io.headroom.model.demand.Resolution;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.NoticeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads memory demand, in MiB: what the machine must hold, not what an agent calls used. */
final class MemoryDemandReader {

  /** Both agents sample memory once a minute unless told otherwise. */
  private static final int AGENT_SECONDS = 60;

  private final Observation machine;
  private final Policy policy;
  private final Frame frame;
  private final UsageReader reader;
  private final List<Notice> notices = new ArrayList<>();

  MemoryDemandReader(Observation machine, Policy policy, Frame frame, CapacityTimeline timeline) {
    this.machine = machine;
    this.policy = policy;
    this.frame = frame;
    this.reader = new UsageReader(frame, timeline, machine.instance().launched(), Dimension.MEMORY);
  }

  MemoryAnalysis read() {
    Optional<MemoryMeasure> measure = machine.instance().memoryMeasure();
    if (measure.filter(MemoryMeasure.COMMIT_PERCENT::equals).isPresent()) {
      return notCollected(
          "% Committed Bytes In Use is over memory plus page file;"
              + " Committed Bytes or Available MBytes is needed");
    }
    Optional<SeriesSequence> means = machine.observations().of(Metric.MEMORY_USED);
    Optional<SeriesSequence> maxima = machine.observations().of(Metric.MEMORY_USED_MAX);
    boolean fromMaxima =
        means.isEmpty()
            ? maxima.isPresent()
            : policy.memory().series() == SampleSeries.MAXIMUM && maxima.isPresent();
    Optional<SeriesSequence> used = fromMaxima ? maxima : means;
    Optional<SeriesSequence> balloon = machine.observations().of(Metric.MEMORY_BALLOON);
    if (used.isEmpty() && balloon.isEmpty()) {
      return notCollected("no memory metric");
    }
    boolean fromBalloon = used.isEmpty();
    List<Series> parts = (fromBalloon ? balloon : used).orElseThrow().parts();
    List<Series> slots = fromMaxima ? parts : FiveMinuteMeans.ofEach(parts);
    Usage usage = reader.read(slots);
    Optional<SizingReading> reading =
        new StatisticReader(usage, Dimension.MEMORY, frame.kept())
            .read(policy.memory().statistic());
    if (reading.isEmpty()) {
      return notCollected("no memory sample in the look-back window");
    }
    int step = slots.stream().mapToInt(Series::stepSeconds).max().orElseThrow();
    return analysis(
        usage,
        reading.get(),
        fromMaxima ? Resolution.maximumOf(AGENT_SECONDS) : Resolution.meanOf(step),
        fromMaxima ? Optional.empty() : maxima,
        fromBalloon);
  }

  private MemoryAnalysis analysis(
      Usage usage,
      SizingReading reading,
      Resolution resolution,
      Optional<SeriesSequence> maxima,
      boolean fromBalloon) {
    CensoringVerdict cut =
        fromBalloon
            ? CensoringVerdict.NONE
            : MemoryCensoring.of(usage, machine.observations().of(Metric.SWAP_USED));
    Optional<String> refusal = Reduction.refusal(usage, cut.censoring(), policy.history());
    if (refusal.isEmpty()) {
      refusal = fromBalloon ? balloon() : DatabaseCaution.refusal(machine.instance());
    }
    boolean understated =
        machine.instance().memoryMeasure().filter(MemoryMeasure.AGENT_USED::equals).isPresent();
    if (understated) {
      notices.add(
          new Notice(
              NoticeKind.EXCLUDES_SHARED_MEMORY,
              "memory excludes shared memory: the agent's \"used\" leaves it out"));
    }
    if (usage.contradicting() > 0) {
      notices.add(
          new Notice(
              NoticeKind.SAMPLES_CONTRADICT_TYPE,
              usage.contradicting()
                  + " memory samples are above the memory of the type in force; taken for gaps"));
    }
    Demand<Mebibytes> demand =
        new Demand.Observed<>(
            new Mebibytes(reading.value()),
            new Mebibytes(reading.peak()),
            maxima.flatMap(this::momentary),
            new Mebibytes(usage.mean()),
            cut.censoring(),
            refusal.isEmpty(),
            refusal,
            new Evidence(
                policy.memory().statistic().id(),
                reading.at(),
                resolution,
                usage.coverage(),
                usage.history(),
                reading.namedPeak()));
    return new MemoryAnalysis(
        demand,
        Optional.of(usage),
        cut.censoring().isCensored()
            ? Optional.of(new Mebibytes(cut.capacity()))
            : Optional.empty(),
        understated || resolution.isLowerBound(),
        notices);
  }

  private Optional<String> balloon() {
    notices.add(
        new Notice(
            NoticeKind.BALLOON_INCLUDES_CACHE,
            "memory is the E2 balloon's, which includes page cache; install the Ops Agent to know"));
    return Optional.of("the E2 balloon includes page cache");
  }

  private static MemoryAnalysis notCollected(String why) {
    return new MemoryAnalysis(
        new Demand.NotCollected<>(why),
        Optional.empty(),
        Optional.empty(),
        /* understated= */ false,
        List.of());
  }

  private Optional<Mebibytes> momentary(SeriesSequence maxima) {
    return new StatisticReader(reader.read(maxima.parts()), Dimension.MEMORY, List.of())
        .read(new Statistic.Peak())
        .map(reading -> new Mebibytes(reading.peak()));
  }
}
