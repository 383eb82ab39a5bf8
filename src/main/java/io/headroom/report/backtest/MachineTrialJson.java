package io.headroom.report.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.backtest.BacktestPlan;
import io.headroom.advice.backtest.CutTrial;
import io.headroom.advice.backtest.Fared;
import io.headroom.advice.backtest.MachineTrial;
import io.headroom.advice.backtest.Taken;
import io.headroom.engine.replay.MemoryOutcome;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.FindingReason;
import io.headroom.report.JsonFields;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** One machine's backtest as a document. */
final class MachineTrialJson {

  private static final double MILLIS = 1000;

  private final JsonGenerator json;

  MachineTrialJson(JsonGenerator json) {
    this.json = json;
  }

  void write(BacktestPlan plan, MachineTrial trial) throws IOException {
    json.writeStartObject();
    json.writeStringField("api_version", OutputFormat.API_VERSION);
    json.writeStringField("kind", "MachineBacktest");
    json.writeStringField("instance_id", trial.instance().id());
    json.writeStringField("name", trial.instance().name());
    BacktestJson.plan(json, plan);
    json.writeArrayFieldStart("cuts");
    for (CutTrial cut : trial.cuts()) {
      cut(cut);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void cut(CutTrial cut) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", cut.cut().at().toString());
    range("training", cut.cut().training());
    range("test", cut.cut().test());
    json.writeArrayFieldStart("lines");
    for (Taken taken : MachineRows.lines(cut)) {
      taken(taken);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void range(String name, TimeRange range) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("start", range.start().toString());
    json.writeStringField("end", range.end().toString());
    json.writeEndObject();
  }

  private void taken(Taken taken) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", taken.line());
    if (taken.finding().isPresent()) {
      json.writeStringField("finding", taken.finding().get().name());
    } else {
      json.writeNullField("finding");
    }
    json.writeArrayFieldStart("reasons");
    for (FindingReason reason : taken.reasons()) {
      json.writeString(reason.name().toLowerCase(Locale.ROOT));
    }
    json.writeEndArray();
    json.writeStringField("instance_type", taken.instanceType());
    new JsonFields(json).price("price", Optional.of(taken.price()));
    cpu(taken.fared());
    memory(taken.fared().memory());
    json.writeEndObject();
  }

  private void cpu(Fared fared) throws IOException {
    json.writeObjectFieldStart("cpu");
    json.writeNumberField("slots", fared.cpuSlots());
    json.writeNumberField("slots_over", fared.cpuSlotsOver());
    json.writeNumberField("saturated_slots", fared.queue().saturatedSlots());
    json.writeNumberField("saturated_seconds", fared.queue().saturated().toSeconds());
    json.writeNumberField(
        "p95_delay_seconds", Figures.exact(fared.queue().delays().p95().toMillis() / MILLIS));
    json.writeNumberField(
        "worst_delay_seconds", Figures.exact(fared.queue().delays().worst().toMillis() / MILLIS));
    json.writeNumberField("late_fraction", Figures.exact(fared.queue().lateShare().fraction()));
    json.writeEndObject();
  }

  private void memory(Optional<MemoryOutcome> memory) throws IOException {
    if (memory.isEmpty()) {
      json.writeNullField("memory");
      return;
    }
    json.writeObjectFieldStart("memory");
    json.writeNumberField("slots", memory.get().slots());
    json.writeNumberField("slots_over", memory.get().slotsOver());
    json.writeNumberField("seconds_over", memory.get().timeOver().toSeconds());
    json.writeNumberField("out_of_memory_events", memory.get().events());
    json.writeEndObject();
  }
}
