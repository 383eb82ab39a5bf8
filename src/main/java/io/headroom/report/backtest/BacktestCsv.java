package io.headroom.report.backtest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.CutTrial;
import io.headroom.advice.backtest.Difference;
import io.headroom.advice.backtest.Estimate;
import io.headroom.advice.backtest.LineResult;
import io.headroom.advice.backtest.MachineTrial;
import io.headroom.advice.backtest.Measure;
import io.headroom.advice.backtest.Taken;
import io.headroom.model.verdict.Finding;
import io.headroom.report.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Backtests as spreadsheets: one row for each line and measure, or for each line and cut. */
final class BacktestCsv {

  private BacktestCsv() {}

  static void write(BacktestResult result, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord("line", "measure", "against", "value", "low", "high");
    for (LineResult line : result.lines()) {
      for (Map.Entry<Measure, Estimate> entry : line.estimates().entrySet()) {
        row(csv, line.name(), "", entry);
      }
    }
    for (Difference difference : result.differences()) {
      for (Map.Entry<Measure, Estimate> entry : difference.estimates().entrySet()) {
        row(csv, difference.line(), result.plan().reference(), entry);
      }
    }
    csv.flush();
  }

  private static void row(
      CsvWriter csv, String line, String against, Map.Entry<Measure, Estimate> entry) {
    Optional<Estimate.Interval> range = entry.getValue().interval();
    csv.writeRecord(
        PlainText.forCell(line),
        entry.getKey().id(),
        PlainText.forCell(against),
        number(entry.getValue().value()),
        range.map(one -> number(one.low())).orElse(""),
        range.map(one -> number(one.high())).orElse(""));
  }

  static void write(MachineTrial trial, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "cut",
        "line",
        "finding",
        "instance_type",
        "monthly_price",
        "currency",
        "cpu_slots",
        "cpu_slots_over",
        "saturated_seconds",
        "worst_delay_seconds",
        "memory_slots",
        "memory_slots_over");
    for (CutTrial cut : trial.cuts()) {
      for (Taken taken : MachineRows.lines(cut)) {
        csv.writeRecord(cells(cut, taken));
      }
    }
    csv.flush();
  }

  private static List<String> cells(CutTrial cut, Taken taken) {
    return List.of(
        cut.cut().at().toString(),
        PlainText.forCell(taken.line()),
        taken.finding().map(Finding::name).orElse(""),
        PlainText.forCell(taken.instanceType()),
        taken.price().amount().toPlainString(),
        taken.price().currency().getCurrencyCode(),
        String.valueOf(taken.fared().cpuSlots()),
        String.valueOf(taken.fared().cpuSlotsOver()),
        String.valueOf(taken.fared().queue().saturated().toSeconds()),
        number(taken.fared().queue().delays().worst().toMillis() / 1000.0),
        taken.fared().memory().map(memory -> String.valueOf(memory.slots())).orElse(""),
        taken.fared().memory().map(memory -> String.valueOf(memory.slotsOver())).orElse(""));
  }

  private static String number(double value) {
    return Figures.exact(value).toPlainString();
  }
}
