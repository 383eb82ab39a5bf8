package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.policy.WorkerRule;
import io.headroom.model.unit.Mebibytes;
import java.util.Optional;

/** The workers of one machine, and the memory it takes with any number of them. */
final class Crew {

  /** Less memory than this is no difference. */
  private static final double NOTHING = 1e-6;

  private final HostProfile host;
  private final WorkerRule rule;
  private final double headroom;
  private final double presentMemory;
  private final boolean observed;
  private final double warm;
  private final double rest;
  private final double coResident;
  private final int atPeak;
  private final int backgroundNow;
  private final int backgroundAtPeak;
  private final double[] each;
  private final double[] eachBackground;
  private final int needed;
  private final boolean derived;

  Crew(Question question, Optional<Reading> cpu, Optional<Reading> memory, double requiredVcpus) {
    host = question.instance().host();
    rule = question.policy().workers();
    headroom = 1 + question.policy().memory().headroom().fraction();
    presentMemory = question.present().memory().value();
    observed = memory.isPresent();
    double demand = memory.map(reading -> Rounding.mib(reading.value())).orElse(0.0);
    double inPools = 0;
    for (MemoryPool pool : host.pools()) {
      inPools += pool.used().orElse(pool.configured()).value();
    }
    warm = Math.min(demand, inPools);
    rest = demand - warm;
    double measured = cpu.map(reading -> Rounding.vcpus(reading.value())).orElse(0.0);
    double assumed =
        host.services().isEmpty() ? 0 : Rounding.vcpus(measured * rule.coResident().fraction());
    coResident = host.coResident().map(vcpus -> vcpus.value()).orElse(assumed);
    atPeak = host.web().map(pool -> countAt(pool, memory)).orElse(0);
    backgroundNow = host.background().map(WorkerPool::count).orElse(0);
    backgroundAtPeak = host.background().map(pool -> countAt(pool, memory)).orElse(0);
    each = footprint(host.web(), rule.perWorker());
    eachBackground = footprint(host.background(), rule.perBackgroundWorker());
    double claimed = atPeak * each[0] + backgroundAtPeak * eachBackground[0];
    if (observed && claimed > rest) {
      scale(each, rest / claimed);
      scale(eachBackground, rest / claimed);
    }
    derived =
        rule.needed().isEmpty() && host.web().filter(pool -> pool.peakBusy().isPresent()).isEmpty();
    needed = needed(requiredVcpus);
  }

  private static int countAt(WorkerPool pool, Optional<Reading> memory) {
    if (memory.isEmpty() || pool.changes().isEmpty()) {
      return pool.count();
    }
    int count = pool.changes().get(0).count();
    for (WorkerPool.CountChange change : pool.changes()) {
      count = change.from().getEpochSecond() <= memory.get().at() ? change.count() : count;
    }
    return count;
  }

  /** What one more takes, and what one fewer frees. */
  private static double[] footprint(Optional<WorkerPool> pool, Mebibytes usual) {
    double more = pool.flatMap(WorkerPool::perWorkerHigh).orElse(usual).value();
    double fewer =
        pool.flatMap(WorkerPool::perWorkerLow).map(Mebibytes::value).orElse(usual.value() / 2);
    return new double[] {more, Math.min(more, fewer)};
  }

  private static void scale(double[] footprint, double factor) {
    footprint[0] *= factor;
    footprint[1] = Math.min(footprint[0], footprint[1]);
  }

  private int needed(double requiredVcpus) {
    if (rule.needed().isPresent()) {
      return rule.needed().getAsInt();
    }
    if (host.web().isEmpty()) {
      return rule.minimum();
    }
    WorkerPool web = host.web().get();
    int wanted = web.peakBusy().orElseGet(() -> Math.min(web.count(), keptBusyBy(requiredVcpus)));
    return clamp(wanted);
  }

  private int clamp(int count) {
    return Math.max(rule.minimum(), Math.min(rule.maximum(), count));
  }

  private int keptBusyBy(double vcpus) {
    double free = Rounding.vcpus(Math.max(0, vcpus - coResident));
    double requests = Math.floor(2 * free) + 1;
    int threads = host.web().flatMap(web -> optional(web.threads())).orElse(1);
    return (int) Math.ceil(requests / threads);
  }

  private static Optional<Integer> optional(java.util.OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  boolean exists() {
    return host.web().isPresent();
  }

  boolean isNeededDerived() {
    return derived;
  }

  int needed() {
    return needed;
  }

  /** Returns how many workers a type holds: counted down from what its vCPUs keep busy. */
  int holds(InstanceType type) {
    int wanted = clamp(keptBusyBy(Market.sustained(type)));
    double memory = type.memory().value();
    int held = mostThatFit(wanted, backgroundNow, memory);
    return held < needed && backgroundNow > 0
        ? mostThatFit(wanted, fewestBackground(memory), memory)
        : held;
  }

  private int mostThatFit(int wanted, int background, double memory) {
    if (!observed) {
      return Math.min(wanted, host.web().orElseThrow().count());
    }
    for (int count = wanted; count > 0; count--) {
      if (memoryFor(load(count, background), memory) <= memory + NOTHING) {
        return count;
      }
    }
    return 0;
  }

  int background(InstanceType type) {
    double memory = type.memory().value();
    int wanted = clamp(keptBusyBy(Market.sustained(type)));
    return backgroundNow > 0 && mostThatFit(wanted, backgroundNow, memory) < needed
        ? fewestBackground(memory)
        : backgroundNow;
  }

  /** Where memory is scarce, background workers get no more than their share. */
  private int fewestBackground(double memory) {
    if (backgroundNow == 0 || eachBackground[0] == 0) {
      return backgroundNow;
    }
    double left =
        (memory - pools(memory)) / headroom
            - rest
            + atPeak * each[1]
            + backgroundAtPeak * eachBackground[1];
    double fitting = Math.floor(rule.backgroundShare().fraction() * left / eachBackground[0]);
    return (int) Math.max(1, Math.min(backgroundNow, fitting));
  }

  private double load(int web, int background) {
    return rest
        + change(web - atPeak, each)
        + change(background - backgroundAtPeak, eachBackground);
  }

  private static double change(int workers, double[] footprint) {
    return workers > 0 ? workers * footprint[0] : workers * footprint[1];
  }

  /** A buffer pool follows the memory down, within 20 to 65 % of it; all else stays. */
  private double pools(double memory) {
    double all = 0;
    for (MemoryPool pool : host.pools()) {
      double size = pool.configured().value();
      if (pool.kind() == MemoryPool.Kind.BUFFER_POOL && memory < presentMemory) {
        double follows = size * memory / presentMemory;
        double bounded = Math.max(0.20 * memory, Math.min(0.65 * memory, follows));
        size = Math.min(size, bounded);
      }
      all += size;
    }
    return all;
  }

  private double memoryFor(double load, double memory) {
    return pools(memory) + headroom * load;
  }

  double demandWithPools() {
    return Rounding.mib(rest + pools(presentMemory));
  }

  double requiredNow() {
    return Rounding.mib(memoryFor(rest, presentMemory));
  }

  /** Returns the memory that a type with {@code memory} must have. */
  double requiredOn(double memory) {
    int background = needed < atPeak ? fewestBackground(memory) : backgroundNow;
    double load = exists() ? load(needed, background) : rest;
    return Rounding.mib(memoryFor(Math.max(0, load), memory));
  }

  /** Returns the memory the peak would have used on {@code type}, without headroom. */
  double demandOn(InstanceType type) {
    double load = exists() ? load(holds(type), background(type)) : rest;
    return Rounding.mib(Math.max(0, load) + Math.min(warm, pools(type.memory().value())));
  }
}
