package io.headroom.advice.backtest;

import io.headroom.engine.candidate.CandidateTable;
import io.headroom.engine.candidate.CheapestFit;
import io.headroom.engine.demand.DemandAnalysis;
import io.headroom.engine.demand.RecordedUsage;
import io.headroom.engine.demand.Usage;
import io.headroom.engine.replay.BurstOutcome;
import io.headroom.engine.replay.CreditModes;
import io.headroom.engine.replay.QueueOutcome;
import io.headroom.engine.replay.ReplayOutcome;
import io.headroom.engine.replay.SizeReplay;
import io.headroom.engine.verdict.NeedReader;
import io.headroom.engine.worker.WorkerSizing;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.catalog.Offering;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Observation;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.unit.VCpus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a machine's record that policies are judged on, to be played on any type. Equal plays
 * are made once. For one thread.
 */
final class TestPart {

  private final Observation whole;
  private final TimeRange test;
  private final CandidateTable table;
  private final RecordedUsage recorded;
  private final Usage cpu;
  private final Share running;
  private final Map<Reader, SizeReplay> replays = new HashMap<>();
  private final Map<Play, ReplayOutcome> plays = new HashMap<>();

  private TestPart(
      Observation whole, TimeRange test, CandidateTable table, RecordedUsage recorded, Usage cpu) {
    this.whole = whole;
    this.test = test;
    this.table = table;
    this.recorded = recorded;
    this.cpu = cpu;
    this.running = running(whole.instance(), test);
  }

  /** Returns the test part of a machine's whole record; nothing if it has no CPU sample. */
  static Optional<TestPart> of(
      Observation whole, TimeRange test, CandidateTable table, SampleSeries played) {
    RecordedUsage recorded = RecordedUsage.of(whole, test, table.catalog(), played);
    return recorded.cpu().map(cpu -> new TestPart(whole, test, table, recorded, cpu));
  }

  /** How a demand is read: by the worker rules of a policy if the machine has workers at all. */
  private record Reader(String policy, CreditMode mode) {}

  /** What makes one play different from another. */
  private record Play(Reader reader, String instanceType) {}

  /** What a type costs a month and how it would have gone. */
  record Played(MonthlyPrice price, Fared fared) {}

  /**
   * Plays the part on a type.
   *
   * @param present the type at the cut
   * @param policy the policy that chose the type, whose workers it runs
   * @return nothing if the type has no price
   */
  Optional<Played> on(Offering offering, InstanceType present, Policy policy) {
    Instance instance = whole.instance();
    boolean sized = !instance.host().equals(HostProfile.UNKNOWN);
    CreditMode mode = CreditModes.of(instance, present, policy);
    Reader reader = new Reader(sized ? policy.name() : "", mode);
    ReplayOutcome outcome =
        plays.computeIfAbsent(
            new Play(reader, offering.type().name()),
            play -> replay(reader, present, policy).play(offering.type()));
    return offering
        .monthly(running)
        .map(
            price ->
                new Played(
                    outcome.burst().flatMap(BurstOutcome::surplus).map(price::plus).orElse(price),
                    fared(outcome)));
  }

  private SizeReplay replay(Reader reader, InstanceType present, Policy policy) {
    return replays.computeIfAbsent(
        reader,
        one -> SizeReplay.of(recorded, workers(present, policy), one.mode(), whole.instance()));
  }

  private WorkerSizing workers(InstanceType present, Policy policy) {
    Policy windowed = policy.withHistory(policy.history().withLookback(test.length()));
    DemandAnalysis analysis = DemandAnalysis.of(whole, windowed, table.catalog(), test.end());
    return new NeedReader(whole.instance(), windowed, present, analysis).read().sizing();
  }

  private Fared fared(ReplayOutcome outcome) {
    QueueOutcome queue = outcome.cpu().orElseThrow();
    long heldBack =
        outcome
            .burst()
            .filter(burst -> burst.mode().filter(CreditMode.STANDARD::equals).isPresent())
            .map(this::slotsExhausted)
            .orElse(0L);
    return new Fared(
        queue, Math.min(queue.slots(), queue.slotsOver() + heldBack), outcome.memory());
  }

  private long slotsExhausted(BurstOutcome burst) {
    long[] seconds = new long[1];
    cpu.replay((start, length, used) -> seconds[0] += length);
    return Math.round((double) burst.exhausted().toSeconds() * cpu.observedSlots() / seconds[0]);
  }

  /**
   * Returns what a type must carry to never be short.
   *
   * @param kept memory that is needed where none was recorded
   */
  CheapestFit.Wanted wanted(Mebibytes kept) {
    return new CheapestFit.Wanted(
        new VCpus(peak(cpu)),
        recorded.memory().map(usage -> new Mebibytes(peak(usage))).orElse(kept),
        cpu,
        running);
  }

  private static double peak(Usage usage) {
    double[] peak = new double[1];
    usage.replay((start, seconds, used) -> peak[0] = Math.max(peak[0], used));
    return peak[0];
  }

  private static Share running(Instance instance, TimeRange test) {
    long off = 0;
    for (TimeRange range : instance.stopped()) {
      long from = Math.max(range.start().getEpochSecond(), test.start().getEpochSecond());
      long until = Math.min(range.end().getEpochSecond(), test.end().getEpochSecond());
      off += Math.max(0, until - from);
    }
    long all = test.length().toSeconds();
    return Share.of(all - Math.min(all, off), all);
  }
}
