package io.headroom.report.whatif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.ComparedSize;
import io.headroom.advice.SizeComparison;
import io.headroom.advice.SizeRole;
import io.headroom.engine.SizeTrial;
import io.headroom.engine.replay.BurstOutcome;
import io.headroom.engine.replay.DayDemand;
import io.headroom.engine.replay.MemoryOutcome;
import io.headroom.engine.replay.QueueOutcome;
import io.headroom.engine.worker.WorkerFit;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.Utilization;
import io.headroom.report.Decimals;
import io.headroom.report.JsonFields;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** Sizes compared, as a JSON or YAML document of kind {@code WhatIf}. */
final class WhatIfJson {

  private final JsonGenerator json;
  private final JsonFields fields;

  WhatIfJson(JsonGenerator json) {
    this.json = json;
    this.fields = new JsonFields(json);
  }

  void write(SizeComparison comparison) throws IOException {
    json.writeStartObject();
    json.writeStringField("api_version", OutputFormat.API_VERSION);
    json.writeStringField("kind", "WhatIf");
    json.writeStringField("as_of", comparison.verdict().asOf().toString());
    json.writeStringField("instance_id", comparison.verdict().instance().id());
    json.writeStringField("name", comparison.verdict().instance().name());
    json.writeStringField("policy", comparison.verdict().policy());
    json.writeStringField("finding", comparison.verdict().finding().name());
    json.writeStringField("recommended_size", comparison.recommended().id());
    json.writeBooleanField("cpu_recorded", comparison.cpuRecorded());
    json.writeBooleanField("memory_recorded", comparison.memoryRecorded());
    json.writeArrayFieldStart("sizes");
    for (ComparedSize size : comparison.sizes()) {
      size(size);
    }
    json.writeEndArray();
    texts("felt", Felt.sentences(comparison));
    texts("notes", WhatIfText.notes(comparison));
    json.writeArrayFieldStart("days");
    for (DayDemand day : comparison.days()) {
      day(day);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void texts(String name, Iterable<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void size(ComparedSize size) throws IOException {
    SizeTrial trial = size.trial();
    json.writeStartObject();
    json.writeArrayFieldStart("roles");
    for (SizeRole role : size.roles()) {
      json.writeString(role.id());
    }
    json.writeEndArray();
    json.writeStringField("instance_type", size.instanceType());
    json.writeNumberField("vcpus", Decimals.of(trial.type().vcpus().value()));
    json.writeNumberField("sustained_vcpus", Decimals.of(trial.type().sustained().value()));
    json.writeNumberField("memory_mib", trial.type().memory().wholeRoundedUp());
    fields.price("monthly_price", trial.price());
    json.writeStringField("price_basis", trial.offering().basis().id());
    fields.number("performance_risk", trial.risk().map(risk -> BigDecimal.valueOf(risk.level())));
    json.writeObjectFieldStart("projected");
    fraction("cpu_peak_fraction", trial.projected().cpuPeak());
    fraction("cpu_mean_fraction", trial.projected().cpuMean());
    fraction("memory_peak_fraction", trial.projected().memoryPeak());
    json.writeEndObject();
    cpu(trial.outcome().cpu());
    memory(trial.outcome().memory());
    burst(trial.outcome().burst());
    workers(trial.outcome().workers());
    json.writeEndObject();
  }

  private void fraction(String name, Optional<Utilization> used) throws IOException {
    fields.number(name, used.map(value -> Decimals.of(value.fraction())));
  }

  private void cpu(Optional<QueueOutcome> cpu) throws IOException {
    if (cpu.isEmpty()) {
      json.writeNullField("cpu");
      return;
    }
    QueueOutcome queue = cpu.get();
    json.writeObjectFieldStart("cpu");
    json.writeNumberField("slots", queue.slots());
    json.writeNumberField("days", queue.days());
    json.writeNumberField("saturated_slots", queue.saturatedSlots());
    fields.seconds("saturated_seconds", queue.saturated());
    json.writeNumberField("slots_over_capacity", queue.slotsOver());
    json.writeNumberField("late_fraction", Decimals.of(queue.lateShare().fraction()));
    fields.seconds("p95_delay_seconds", queue.delays().p95());
    fields.seconds("worst_delay_seconds", queue.delays().worst());
    fields.text("worst_delay_at", queue.delays().worstAt().map(Object::toString));
    fields.seconds("delay_left_seconds", queue.delays().left());
    json.writeNumberField("days_with_delay", queue.delays().days());
    json.writeEndObject();
  }

  private void memory(Optional<MemoryOutcome> memory) throws IOException {
    if (memory.isEmpty()) {
      json.writeNullField("memory");
      return;
    }
    json.writeObjectFieldStart("memory");
    json.writeNumberField("slots", memory.get().slots());
    json.writeNumberField("slots_over_capacity", memory.get().slotsOver());
    fields.seconds("over_capacity_seconds", memory.get().timeOver());
    json.writeNumberField("out_of_memory_events", memory.get().events());
    json.writeNumberField("days_out_of_memory", memory.get().days());
    json.writeEndObject();
  }

  private void burst(Optional<BurstOutcome> burst) throws IOException {
    if (burst.isEmpty()) {
      json.writeNullField("burst");
      return;
    }
    json.writeObjectFieldStart("burst");
    fields.text("credit_mode", burst.get().mode().map(CreditMode::id));
    fields.seconds("judged_seconds", burst.get().judged());
    fields.seconds("exhausted_seconds", burst.get().exhausted());
    fields.price("surplus_price", burst.get().surplus());
    json.writeEndObject();
  }

  private void workers(Optional<WorkerFit> workers) throws IOException {
    if (workers.isEmpty()) {
      json.writeNullField("workers");
      return;
    }
    json.writeObjectFieldStart("workers");
    json.writeNumberField("fit", workers.get().holds());
    json.writeNumberField("needed", workers.get().needed());
    json.writeStringField("limited_by", workers.get().limitedBy().id());
    json.writeEndObject();
  }

  private void day(DayDemand day) throws IOException {
    json.writeStartObject();
    json.writeStringField("day", day.day().toString());
    fields.number("cpu_peak_vcpus", day.cpuPeak().map(cpu -> Decimals.of(cpu.value())));
    fields.number("cpu_mean_vcpus", day.cpuMean().map(cpu -> Decimals.of(cpu.value())));
    fields.number(
        "memory_peak_mib",
        day.memoryPeak().map(memory -> BigDecimal.valueOf(memory.wholeRoundedUp())));
    json.writeEndObject();
  }
}
