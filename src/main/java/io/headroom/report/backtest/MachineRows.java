package io.headroom.report.backtest;

import io.headroom.advice.backtest.CutTrial;
import io.headroom.advice.backtest.Fared;
import io.headroom.advice.backtest.MachineTrial;
import io.headroom.advice.backtest.Taken;
import io.headroom.model.unit.Share;
import io.headroom.report.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each policy would have done to one machine, and how the rest went. */
final class MachineRows {

  static final List<String> HEADERS =
      List.of(
          "CUT",
          "POLICY",
          "FINDING",
          "TYPE",
          "PER MONTH",
          "CPU OVER",
          "BUSY",
          "WORST DELAY",
          "MEMORY OVER");

  private MachineRows() {}

  /** Returns a row for each cut and line. */
  static List<List<String>> of(MachineTrial trial) {
    List<List<String>> rows = new ArrayList<>();
    for (CutTrial cut : trial.cuts()) {
      for (Taken taken : lines(cut)) {
        rows.add(row(cut, taken));
      }
    }
    return rows;
  }

  /** Returns the lines of a cut: the present size, the contenders, the clairvoyant choice. */
  static List<Taken> lines(CutTrial cut) {
    List<Taken> lines = new ArrayList<>();
    lines.add(cut.present());
    lines.addAll(cut.contenders());
    cut.clairvoyant().ifPresent(lines::add);
    return lines;
  }

  private static List<String> row(CutTrial cut, Taken taken) {
    Fared fared = taken.fared();
    return List.of(
        cut.cut().at().toString(),
        PlainText.forTerminal(taken.line()),
        taken
            .finding()
            .map(finding -> finding.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElse("–"),
        taken.instanceType(),
        taken.price().toString(),
        Share.of(fared.cpuSlotsOver(), fared.cpuSlots()).toString(),
        length(fared.queue().saturated()),
        length(fared.queue().delays().worst()),
        fared
            .memory()
            .map(memory -> Share.of(memory.slotsOver(), memory.slots()).toString())
            .orElse("not recorded"));
  }

  private static String length(Duration length) {
    if (length.isZero()) {
      return "none";
    }
    return length.compareTo(Duration.ofHours(1)) < 0
        ? String.format(Locale.ROOT, "%.1f min", length.toMillis() / 60_000.0)
        : String.format(Locale.ROOT, "%.1f h", length.toMillis() / 3_600_000.0);
  }
}
