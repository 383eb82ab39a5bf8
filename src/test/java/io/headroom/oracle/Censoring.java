package io.headroom.oracle;

import io.headroom.model.catalog.Burst;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.series.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Where the machine itself cut demand off. */
final class Censoring {

  private static final long RUN = 15 * 60;

  private Censoring() {}

  /** 98 % of the vCPUs or more, for 15 minutes in a row. */
  static Cut ofCpu(List<Slot> slots) {
    Set<Long> hot = inRuns(slots, slot -> slot.used() >= 0.98 * slot.type().vcpus().value());
    return conclude(slots, hot, type -> type.vcpus().value());
  }

  /** A credit balance below what one slot earns, unless the machine runs in unlimited mode. */
  static Cut ofCredits(Question question) {
    Optional<CreditMode> mode = question.instance().creditMode();
    boolean surplus =
        Samples.raw(question, Metric.CPU_CREDIT_SURPLUS).stream().anyMatch(one -> one.value() > 0);
    if (mode.map(known -> known == CreditMode.UNLIMITED).orElse(surplus)) {
      return Cut.NONE;
    }
    List<Slot> slots =
        new SlotReader(question)
            .cpu(Samples.raw(question, Metric.CPU_CREDIT_BALANCE)).stream()
                .filter(
                    slot -> slot.type().burst().filter(b -> b instanceof Burst.Credits).isPresent())
                .toList();
    Set<Long> empty = new HashSet<>();
    for (Slot slot : slots) {
      Burst.Credits credits = (Burst.Credits) slot.type().burst().orElseThrow();
      if (!slot.settling() && slot.used() < credits.earnedPerHour() * slot.seconds() / 3600) {
        empty.add(slot.start());
      }
    }
    return conclude(slots, empty, Market::sustained);
  }

  /** 95 % of the memory, or 90 % while swap grows; three slots of either kind. */
  static Cut ofMemory(List<Slot> slots, List<Samples.Sample> swap) {
    Set<Long> full = new HashSet<>();
    for (Slot slot : slots) {
      double share = slot.used() / slot.type().memory().value();
      if (!slot.settling() && (share >= 0.95 || (share >= 0.90 && swapGrows(swap, slot)))) {
        full.add(slot.start());
      }
    }
    return full.size() < 3 ? Cut.NONE : conclude(slots, full, type -> type.memory().value());
  }

  private static boolean swapGrows(List<Samples.Sample> swap, Slot during) {
    for (int i = 1; i < swap.size(); i++) {
      long start = swap.get(i).start();
      if (start >= during.start()
          && start < during.end()
          && swap.get(i).value() > swap.get(i - 1).value() + 1) {
        return true;
      }
    }
    return false;
  }

  /** Whole cores at which single threads hold the machine. */
  static Optional<Integer> byThreads(List<Slot> slots, double peak) {
    long cores = Math.round(peak);
    if (cores < 1 || Math.abs(peak - cores) > 0.02 * cores) {
      return Optional.empty();
    }
    Set<Long> flat =
        inRuns(
            slots,
            slot ->
                slot.type().vcpus().value() > cores
                    && Math.abs(slot.used() - cores) <= 0.02 * cores);
    boolean plateau = flat.size() > 0.01 * slots.size() || days(only(slots, flat)) >= 3;
    return plateau ? Optional.of((int) cores) : Optional.empty();
  }

  /** Returns the slots of that kind that are part of 15 minutes without an interruption. */
  private static Set<Long> inRuns(List<Slot> slots, Predicate<Slot> kind) {
    Set<Long> found = new HashSet<>();
    for (int from = 0; from < slots.size(); from++) {
      List<Slot> run = new ArrayList<>();
      for (int next = from; next < slots.size(); next++) {
        Slot slot = slots.get(next);
        Slot last = run.isEmpty() ? slot : run.get(run.size() - 1);
        boolean goesOn =
            run.isEmpty() || (last.end() == slot.start() && last.type().equals(slot.type()));
        if (slot.settling() || !kind.test(slot) || !goesOn) {
          break;
        }
        run.add(slot);
        if (slot.end() - run.get(0).start() >= RUN) {
          run.forEach(inside -> found.add(inside.start()));
          break;
        }
      }
    }
    return found;
  }

  private static Cut conclude(
      List<Slot> slots, Set<Long> cut, ToDoubleFunction<InstanceType> capacity) {
    List<List<Slot>> reigns = reigns(slots);
    long observed = reigns.stream().mapToLong(List::size).sum();
    for (int i = reigns.size() - 1; i >= 0; i--) {
      List<Slot> here = only(reigns.get(i), cut);
      double bound = capacity.applyAsDouble(reigns.get(i).get(0).type());
      if (here.isEmpty() || isVoid(bound, reigns.subList(i + 1, reigns.size()), cut, capacity)) {
        continue;
      }
      if (!often(here, observed)) {
        return new Cut(1, bound);
      }
      double share = (double) here.size() / reigns.get(i).size();
      double largest = 0;
      boolean filled = false;
      for (List<Slot> earlier : reigns.subList(0, i)) {
        double smaller = capacity.applyAsDouble(earlier.get(0).type());
        List<Slot> then = only(earlier, cut);
        if (smaller < bound && smaller >= largest && often(then, observed)) {
          filled = smaller > largest ? share >= (double) then.size() / earlier.size() : filled;
          largest = smaller;
        }
      }
      return new Cut(filled ? 2 : 3, bound);
    }
    return Cut.NONE;
  }

  private static List<List<Slot>> reigns(List<Slot> slots) {
    List<List<Slot>> reigns = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.settling()) {
        continue;
      }
      boolean same =
          !reigns.isEmpty() && reigns.get(reigns.size() - 1).get(0).type().equals(slot.type());
      if (!same) {
        reigns.add(new ArrayList<>());
      }
      reigns.get(reigns.size() - 1).add(slot);
    }
    return reigns;
  }

  private static List<Slot> only(List<Slot> slots, Set<Long> kind) {
    return slots.stream().filter(slot -> kind.contains(slot.start())).toList();
  }

  private static boolean often(List<Slot> cut, long observed) {
    return cut.size() > 0.01 * observed || days(cut) >= 3;
  }

  private static long days(List<Slot> slots) {
    return slots.stream().map(Slot::day).distinct().count();
  }

  /** Seven later days on larger capacity without a cut void the evidence. */
  private static boolean isVoid(
      double bound,
      List<List<Slot>> later,
      Set<Long> cut,
      ToDoubleFunction<InstanceType> capacity) {
    List<Slot> larger =
        later.stream()
            .filter(reign -> capacity.applyAsDouble(reign.get(0).type()) > bound)
            .flatMap(List::stream)
            .toList();
    return only(larger, cut).isEmpty() && days(larger) >= 7;
  }
}
