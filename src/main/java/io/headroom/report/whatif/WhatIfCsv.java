package io.headroom.report.whatif;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.headroom.advice.ComparedSize;
import io.headroom.advice.SizeComparison;
import io.headroom.advice.SizeRole;
import io.headroom.engine.SizeTrial;
import io.headroom.engine.replay.BurstOutcome;
import io.headroom.engine.replay.MemoryOutcome;
import io.headroom.engine.replay.QueueOutcome;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.report.Decimals;
import io.headroom.report.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sizes compared, as a spreadsheet: one row a size. What is not known is empty. */
final class WhatIfCsv {

  private static final double SECONDS_PER_HOUR = 3600;

  private WhatIfCsv() {}

  static void write(SizeComparison comparison, Writer out) throws IOException {
    List<Map<String, String>> rows =
        comparison.sizes().stream().map(size -> row(comparison, size)).toList();
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(rows.get(0).keySet());
    rows.forEach(row -> csv.writeRecord(row.values()));
    csv.flush();
  }

  private static Map<String, String> row(SizeComparison comparison, ComparedSize size) {
    SizeTrial trial = size.trial();
    Optional<QueueOutcome> cpu = trial.outcome().cpu();
    Optional<MemoryOutcome> memory = trial.outcome().memory();
    Optional<BurstOutcome> burst = trial.outcome().burst();
    Optional<WorkerFit> workers = trial.outcome().workers();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("instance_id", PlainText.forCell(comparison.verdict().instance().id()));
    row.put("roles", size.roles().stream().map(SizeRole::id).collect(Collectors.joining(" ")));
    row.put("instance_type", PlainText.forCell(size.instanceType()));
    row.put("vcpus", trial.type().vcpus().toString());
    row.put("memory_mib", String.valueOf(trial.type().memory().wholeRoundedUp()));
    row.put("monthly_price", cell(trial.price(), price -> price.rounded().toPlainString()));
    row.put("currency", cell(trial.price().map(MonthlyPrice::currency), Object::toString));
    row.put("cpu_peak_fraction", cell(trial.projected().cpuPeak(), used -> plain(used.fraction())));
    row.put(
        "memory_peak_fraction",
        cell(trial.projected().memoryPeak(), used -> plain(used.fraction())));
    row.put("saturated_hours", cell(cpu, queue -> hours(queue.saturated())));
    row.put("p95_delay_seconds", cell(cpu, queue -> seconds(queue.delays().p95())));
    row.put("worst_delay_seconds", cell(cpu, queue -> seconds(queue.delays().worst())));
    row.put("days_with_delay", cell(cpu, queue -> String.valueOf(queue.delays().days())));
    row.put("late_fraction", cell(cpu, queue -> plain(queue.lateShare().fraction())));
    row.put("out_of_memory_events", cell(memory, used -> String.valueOf(used.events())));
    row.put("credits_exhausted_hours", cell(burst, used -> hours(used.exhausted())));
    row.put("workers_fit", cell(workers, fit -> String.valueOf(fit.holds())));
    row.put("workers_needed", cell(workers, fit -> String.valueOf(fit.needed())));
    row.put("performance_risk", cell(trial.risk(), risk -> String.valueOf(risk.level())));
    return row;
  }

  private static <T> String cell(Optional<T> value, Function<T, String> shown) {
    return value.map(shown).orElse("");
  }

  private static String hours(Duration length) {
    return plain(length.toSeconds() / SECONDS_PER_HOUR);
  }

  private static String seconds(Duration length) {
    return plain(length.toMillis() / 1000.0);
  }

  private static String plain(double value) {
    return Decimals.of(value).toPlainString();
  }
}
