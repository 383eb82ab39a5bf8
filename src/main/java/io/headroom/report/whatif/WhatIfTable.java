package io.headroom.report.whatif;

import io.headroom.advice.ComparedSize;
import io.headroom.advice.SizeComparison;
import io.headroom.engine.SizeTrial;
import io.headroom.engine.replay.BurstOutcome;
import io.headroom.engine.replay.MemoryOutcome;
import io.headroom.engine.replay.QueueOutcome;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.unit.Utilization;
import io.headroom.report.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sizes side by side: a column for each, a row for each measure. */
final class WhatIfTable {

  private static final String NOTHING = "–";
  private static final String NOT_RECORDED = "not recorded";

  private final List<ComparedSize> sizes;

  WhatIfTable(SizeComparison comparison) {
    this.sizes = comparison.sizes();
  }

  /** Returns the headers: an empty one for the measures, then the roles of each size. */
  List<String> headers() {
    return Stream.concat(
            Stream.of(""), sizes.stream().map(size -> Felt.roles(size).toUpperCase(Locale.ROOT)))
        .toList();
  }

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    add(rows, "type", trial -> trial.type().name());
    add(rows, "vCPU", WhatIfTable::vcpus);
    add(rows, "memory", trial -> trial.type().memory().toString());
    add(rows, "price a month", trial -> trial.price().map(Amounts::shown).orElse("no price"));
    add(rows, "CPU at the peak", trial -> percent(trial.projected().cpuPeak()));
    add(rows, "memory at the peak", trial -> percent(trial.projected().memoryPeak()));
    cpu(rows, "CPU saturated, hours", cpu -> TimeWords.hours(cpu.saturated()));
    cpu(rows, "longest wait", cpu -> TimeWords.shown(cpu.delays().worst()));
    cpu(rows, "wait, 95th percentile", cpu -> TimeWords.shown(cpu.delays().p95()));
    cpu(rows, "days with a wait", cpu -> cpu.delays().days() + " of " + cpu.days());
    cpu(rows, "work done late", cpu -> cpu.lateShare().toString());
    add(
        rows,
        "out of memory, times",
        trial -> trial.outcome().memory().map(WhatIfTable::events).orElse(NOT_RECORDED));
    if (sizes.stream().anyMatch(size -> size.trial().outcome().burst().isPresent())) {
      add(
          rows,
          "credits exhausted, hours",
          trial -> trial.outcome().burst().map(WhatIfTable::exhausted).orElse(NOTHING));
    }
    if (sizes.stream().anyMatch(size -> size.trial().outcome().workers().isPresent())) {
      add(
          rows,
          "workers that fit",
          trial -> trial.outcome().workers().map(WhatIfTable::workers).orElse(NOTHING));
    }
    add(
        rows,
        "performance risk",
        trial -> trial.risk().map(risk -> String.valueOf(risk.level())).orElse(NOTHING));
    return rows;
  }

  private void add(List<List<String>> rows, String name, Function<SizeTrial, String> cell) {
    rows.add(
        Stream.concat(Stream.of(name), sizes.stream().map(size -> cell.apply(size.trial())))
            .toList());
  }

  private void cpu(List<List<String>> rows, String name, Function<QueueOutcome, String> cell) {
    add(rows, name, trial -> trial.outcome().cpu().map(cell).orElse(NOT_RECORDED));
  }

  private static String vcpus(SizeTrial trial) {
    return trial.type().vcpus()
        + (trial.type().isBurstable() ? " (" + trial.type().sustained() + " sustained)" : "");
  }

  private static String percent(Optional<Utilization> used) {
    return used.map(Utilization::toString).orElse(NOT_RECORDED);
  }

  private static String events(MemoryOutcome memory) {
    return String.valueOf(memory.events());
  }

  private static String exhausted(BurstOutcome burst) {
    return TimeWords.hours(burst.exhausted());
  }

  private static String workers(WorkerFit fit) {
    return fit.holds() + " (" + fit.needed() + " needed)";
  }
}
