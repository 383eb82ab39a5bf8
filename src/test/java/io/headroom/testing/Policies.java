package io.headroom.testing;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.policy.BurstRule;
import io.headroom.model.policy.Calendar;
import io.headroom.model.policy.CandidateRule;
import io.headroom.model.policy.ChangeRule;
import io.headroom.model.policy.DimensionRule;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.SampleSeries;
import io.headroom.model.policy.Statistic;
import io.headroom.model.policy.StepLimit;
import io.headroom.model.policy.WorkerRule;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Share;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes policies in code, starting from the default; a test of the policy files holds them equal.
 */
public final class Policies {

  private HistoryRule history =
      new HistoryRule(
          Duration.ofDays(42),
          Duration.ofHours(30),
          Duration.ofDays(14),
          Duration.ofDays(35),
          Share.ofPercent(80));
  private DimensionRule cpu =
      new DimensionRule(new Statistic.Peak(), SampleSeries.MEAN, Headroom.NONE);
  private DimensionRule memory =
      new DimensionRule(new Statistic.Peak(), SampleSeries.MEAN, Headroom.ofPercent(50));
  private Growth growth = Growth.ON_HEADROOM;
  private boolean burst;
  private CreditMode creditMode = CreditMode.STANDARD;
  private List<String> series = List.of();
  private boolean architectureChange;
  private boolean flex;
  private boolean customShapes = true;
  private WorkerRule workers =
      new WorkerRule(
          new Mebibytes(150),
          new Mebibytes(80),
          Share.ofPercent(25),
          Share.ofPercent(40),
          1,
          999,
          OptionalInt.empty());
  private StepLimit step = StepLimit.HALF_MEMORY;
  private Duration coolDown = Duration.ofDays(7);
  private Share minimumSaving = Share.ofPercent(5);
  private BigDecimal minimumAmount = BigDecimal.valueOf(5);
  private Calendar calendar = Calendar.EMPTY;

  private Policies() {}

  public static Policies peakPlusHalf() {
    return new Policies();
  }

  public Policies history(HistoryRule value) {
    history = value;
    return this;
  }

  public Policies cpu(Statistic statistic, SampleSeries samples, Headroom headroom) {
    cpu = new DimensionRule(statistic, samples, headroom);
    return this;
  }

  public Policies memory(Statistic statistic, SampleSeries samples, Headroom headroom) {
    memory = new DimensionRule(statistic, samples, headroom);
    return this;
  }

  public Policies growth(Growth value) {
    growth = value;
    return this;
  }

  public Policies burstable(CreditMode mode) {
    burst = true;
    creditMode = mode;
    return this;
  }

  public Policies series(String... values) {
    series = List.of(values);
    return this;
  }

  public Policies withoutCustomShapes() {
    customShapes = false;
    return this;
  }

  public Policies architectureChange() {
    architectureChange = true;
    return this;
  }

  public Policies flex() {
    flex = true;
    return this;
  }

  /** The default rule of workers, with so many needed. */
  public Policies needed(int count) {
    return workers(
        new WorkerRule(
            workers.perWorker(),
            workers.perBackgroundWorker(),
            workers.coResident(),
            workers.backgroundShare(),
            workers.minimum(),
            workers.maximum(),
            OptionalInt.of(count)));
  }

  public Policies workers(WorkerRule value) {
    workers = value;
    return this;
  }

  public Policies step(StepLimit value) {
    step = value;
    return this;
  }

  /** No step limit, no cool-down, no least saving: what is best is proposed at once. */
  public Policies unlimited() {
    step = StepLimit.NONE;
    coolDown = Duration.ZERO;
    minimumSaving = Share.NONE;
    minimumAmount = BigDecimal.ZERO;
    return this;
  }

  public Policies calendar(Calendar value) {
    calendar = value;
    return this;
  }

  public Policy build() {
    return new Policy(
        "peak-plus-half",
        "CPU to the peak, memory to the peak and half of it",
        history,
        cpu,
        memory,
        growth,
        new CandidateRule(
            new TreeSet<>(List.of("c", "m", "r")),
            new TreeSet<>(series),
            architectureChange,
            flex,
            customShapes,
            new BurstRule(burst, creditMode),
            Share.ofPercent(2)),
        workers,
        new ChangeRule(
            step,
            coolDown,
            minimumSaving,
            new TreeMap<>(Map.of("USD", minimumAmount)),
            new TreeSet<>(List.of("headroom:exclude", "headroom-exclude"))),
        calendar);
  }
}
