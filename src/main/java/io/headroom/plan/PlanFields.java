package io.headroom.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.model.resize.HeldBack;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.ResizePlan;
import io.headroom.model.resize.WorkerCounts;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Blocker;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The fields of a plan, all but its hash. */
final class PlanFields {

  private final JsonGenerator json;

  PlanFields(JsonGenerator json) {
    this.json = json;
  }

  void write(ResizePlan plan) throws IOException {
    json.writeStringField("created", plan.validity().start().toString());
    json.writeStringField("expires", plan.validity().end().toString());
    json.writeStringField("requested_by", plan.requestedBy());
    json.writeArrayFieldStart("resizes");
    for (PlannedResize resize : plan.resizes()) {
      resize(resize);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("held_back");
    for (HeldBack held : plan.heldBack()) {
      json.writeStartObject();
      machine(held.machine());
      json.writeStringField("from", held.from());
      json.writeStringField("to", held.goal());
      json.writeStringField("reason", held.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void machine(MachineRef machine) throws IOException {
    json.writeStringField("provider", machine.placement().provider().id());
    json.writeStringField("account", machine.placement().account());
    json.writeStringField("region", machine.placement().region());
    text("zone", machine.placement().zone());
    json.writeStringField("instance_id", machine.id());
    json.writeStringField("instance_name", machine.name());
  }

  private void resize(PlannedResize resize) throws IOException {
    json.writeStartObject();
    machine(resize.machine());
    json.writeStringField("from", resize.from());
    json.writeStringField("to", resize.goal());
    json.writeArrayFieldStart("fallbacks");
    for (String fallback : resize.fallbacks()) {
      json.writeString(fallback);
    }
    json.writeEndArray();
    workers("workers_before", resize.workers().map(change -> change.before()));
    workers("workers_after", resize.workers().map(change -> change.after()));
    text("group", resize.group());
    saving(resize.saving());
    json.writeNumberField("expected_downtime_seconds", resize.downtime().toSeconds());
    json.writeArrayFieldStart("findings");
    for (Blocker finding : resize.findings()) {
      json.writeStartObject();
      json.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringField("text", finding.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void workers(String name, Optional<WorkerCounts> counts) throws IOException {
    if (counts.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("web", counts.get().web());
    if (counts.get().background().isPresent()) {
      json.writeNumberField("background", counts.get().background().getAsInt());
    } else {
      json.writeNullField("background");
    }
    json.writeEndObject();
  }

  /** Exact, unlike what people are shown: the plan must come back as it was. */
  private void saving(Optional<MonthlySaving> saving) throws IOException {
    if (saving.isEmpty()) {
      json.writeNullField("monthly_saving");
      return;
    }
    json.writeObjectFieldStart("monthly_saving");
    json.writeStringField("amount", saving.get().amount().toPlainString());
    json.writeStringField("currency", saving.get().currency().getCurrencyCode());
    json.writeStringField("per", "month");
    json.writeEndObject();
  }

  private void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
