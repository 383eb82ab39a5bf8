package io.headroom.engine.replay;

import io.headroom.engine.demand.Usage;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Recorded demand by UTC day, for pictures. */
public final class DemandByDay {

  private static final long SECONDS_PER_DAY = 86_400;

  private DemandByDay() {}

  /**
   * Returns one entry for each day from the first to the last with a sample, in the order of time;
   * none if nothing was recorded.
   */
  public static List<DayDemand> of(Optional<Usage> cpu, Optional<Usage> memory) {
    SortedMap<Long, Day> cpuDays = days(cpu);
    SortedMap<Long, Day> memoryDays = days(memory);
    TreeSet<Long> all = new TreeSet<>(cpuDays.keySet());
    all.addAll(memoryDays.keySet());
    List<DayDemand> demand = new ArrayList<>();
    if (!all.isEmpty()) {
      for (long day = all.first(); day <= all.last(); day++) {
        Optional<Day> cpuDay = Optional.ofNullable(cpuDays.get(day));
        demand.add(
            new DayDemand(
                LocalDate.ofEpochDay(day),
                cpuDay.map(found -> new VCpus(found.peak)),
                cpuDay.map(found -> new VCpus(found.used / found.seconds)),
                Optional.ofNullable(memoryDays.get(day)).map(found -> new Mebibytes(found.peak))));
      }
    }
    return List.copyOf(demand);
  }

  private static SortedMap<Long, Day> days(Optional<Usage> usage) {
    SortedMap<Long, Day> days = new TreeMap<>();
    usage.ifPresent(
        found ->
            found.replay(
                (start, seconds, used) ->
                    days.computeIfAbsent(Math.floorDiv(start, SECONDS_PER_DAY), number -> new Day())
                        .add(seconds, used)));
    return days;
  }

  /** A day in the making. */
  private static final class Day {
    private double peak;
    private double used;
    private long seconds;

    void add(int length, double amount) {
      peak = Math.max(peak, amount);
      used += amount * length;
      seconds += length;
    }
  }
}
