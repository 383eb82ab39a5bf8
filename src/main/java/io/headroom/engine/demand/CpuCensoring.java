package io.headroom.engine.demand;

import io.headroom.model.catalog.Burst;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Series;
import io.headroom.model.series.SeriesSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether CPU demand was cut off: by all vCPUs being busy, by credits that ran out, or by software
 * that uses only so many threads.
 */
final class CpuCensoring {

  /** A mean of 98 % leaves no room for the idle moments that any unsaturated slot has. */
  private static final double SATURATED = 0.98;

  /** A flat line within 2 % of a whole number of cores is made by that many busy threads. */
  private static final double FLAT = 0.02;

  /** Slots of a flat line needed, as a share of all, or else days. */
  private static final double FLAT_SHARE = 0.01;

  private static final int FLAT_DAYS = 3;
  private static final double SECONDS_PER_HOUR = 3600;

  private CpuCensoring() {}

  /** Returns what the means say about saturation. */
  static CensoringVerdict saturation(Usage means) {
    List<Regime> regimes = new ArrayList<>();
    for (Stretch stretch : means.stretches()) {
      if (stretch.treatment() == SlotTreatment.COUNTED) {
        Regime regime = Regime.of(stretch.type(), regimes);
        observe(stretch, regime);
        double bound = SATURATED * stretch.type().vcpus().value();
        RunFinder.find(
            stretch,
            used -> used >= bound,
            (from, until) -> {
              for (int slot = from; slot < until; slot++) {
                regime.censor(stretch.series().slotStart(slot));
              }
            });
      }
    }
    return CensoringVerdict.of(regimes, regime -> regime.type().vcpus().value());
  }

  /**
   * Returns what the credit balance says: in standard mode a balance below what one slot earns
   * means that the machine was held at its baseline. A machine whose mode is not known counts as
   * standard unless it was ever seen with surplus credits.
   */
  static CensoringVerdict credits(Observation machine, UsageReader reader) {
    Optional<SeriesSequence> balance = machine.observations().of(Metric.CPU_CREDIT_BALANCE);
    if (balance.isEmpty() || isUnlimited(machine)) {
      return CensoringVerdict.NONE;
    }
    List<Regime> regimes = new ArrayList<>();
    for (Stretch stretch : reader.read(balance.get().parts()).stretches()) {
      Optional<Double> earned = earnedInSlot(stretch);
      if (stretch.treatment() == SlotTreatment.COUNTED && earned.isPresent()) {
        Regime regime = Regime.of(stretch.type(), regimes);
        observe(stretch, regime);
        Series series = stretch.series();
        for (int slot = stretch.from(); slot < stretch.until(); slot++) {
          if (series.observed(slot) && series.value(slot) < earned.get()) {
            regime.censor(series.slotStart(slot));
          }
        }
      }
    }
    return CensoringVerdict.of(regimes, regime -> regime.type().sustained().value());
  }

  /**
   * Returns the whole number of cores that single threads hold the machine at, if they do: the peak
   * lies within 2 % of it, on a type with more cores, and the line is flat in more than 1 % of the
   * slots or on 3 days.
   */
  static Optional<Integer> boundByThreads(Usage means, double peak) {
    int threads = (int) Math.round(peak);
    if (threads < 1 || Math.abs(peak - threads) > FLAT * threads) {
      return Optional.empty();
    }
    List<Regime> regimes = new ArrayList<>();
    for (Stretch stretch : means.stretches()) {
      if (stretch.treatment() == SlotTreatment.COUNTED
          && stretch.type().vcpus().value() > threads) {
        Regime regime = Regime.of(stretch.type(), regimes);
        RunFinder.find(
            stretch,
            used -> Math.abs(used - threads) <= FLAT * threads,
            (from, until) -> {
              for (int slot = from; slot < until; slot++) {
                regime.censor(stretch.series().slotStart(slot));
              }
            });
      }
    }
    boolean flat =
        regimes.stream().mapToLong(Regime::censored).sum() > FLAT_SHARE * means.observedSlots()
            || regimes.stream().mapToInt(Regime::censoredDays).sum() >= FLAT_DAYS;
    return flat ? Optional.of(threads) : Optional.empty();
  }

  private static void observe(Stretch stretch, Regime regime) {
    for (int slot = stretch.from(); slot < stretch.until(); slot++) {
      if (stretch.series().observed(slot)) {
        regime.observe(stretch.series().slotStart(slot));
      }
    }
  }

  private static boolean isUnlimited(Observation machine) {
    return machine
        .instance()
        .creditMode()
        .map(CreditMode.UNLIMITED::equals)
        .orElseGet(() -> hasSurplus(machine));
  }

  private static boolean hasSurplus(Observation machine) {
    return machine.observations().of(Metric.CPU_CREDIT_SURPLUS).stream()
        .flatMap(sequence -> sequence.parts().stream())
        .anyMatch(CpuCensoring::hasPositive);
  }

  private static boolean hasPositive(Series series) {
    for (int slot = 0; slot < series.slots(); slot++) {
      if (series.observed(slot) && series.value(slot) > 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Double> earnedInSlot(Stretch stretch) {
    return stretch
        .type()
        .burst()
        .flatMap(burst -> burst.match(Optional::of, shared -> Optional.<Burst.Credits>empty()))
        .map(
            credits -> credits.earnedPerHour() * stretch.series().stepSeconds() / SECONDS_PER_HOUR);
  }
}
