package io.headroom.report.change;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.Problem;
import io.headroom.advice.change.Answer;
import io.headroom.advice.change.AnswerChange;
import io.headroom.advice.change.ChangeKind;
import io.headroom.advice.change.FleetChanges;
import io.headroom.report.JsonFields;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes as JSON: {@code api_version}, {@code kind}, {@code since}, {@code as_of}, {@code counts},
 * {@code monthly}, {@code items}, {@code problems}.
 */
final class ChangeJson {

  private final JsonGenerator json;
  private final JsonFields fields;

  private ChangeJson(JsonGenerator json) {
    this.json = json;
    this.fields = new JsonFields(json);
  }

  static void write(FleetChanges changes, Writer out) throws IOException {
    try (JsonGenerator json = OutputFormat.json(out)) {
      new ChangeJson(json).document(changes);
    }
    out.write('\n');
  }

  private void document(FleetChanges changes) throws IOException {
    json.writeStartObject();
    json.writeStringField("api_version", OutputFormat.API_VERSION);
    json.writeStringField("kind", "ChangeList");
    fields.text("since", changes.since().map(Instant::toString));
    json.writeStringField("as_of", changes.asOf().toString());
    json.writeNumberField("instances", changes.machines());
    counts(changes);
    savings(changes);
    json.writeArrayFieldStart("items");
    for (AnswerChange change : changes.changes()) {
      item(change);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    for (Problem problem : changes.problems()) {
      json.writeStartObject();
      json.writeStringField("code", problem.code());
      json.writeStringField("subject", problem.subject());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(FleetChanges changes) throws IOException {
    json.writeObjectFieldStart("counts");
    for (ChangeKind kind : ChangeKind.values()) {
      json.writeNumberField(kind.name(), changes.count(kind));
    }
    json.writeEndObject();
  }

  private void savings(FleetChanges changes) throws IOException {
    json.writeArrayFieldStart("monthly");
    for (FleetChanges.SavingChange saving : changes.savings().values()) {
      json.writeStartObject();
      fields.saving("saving_before", Optional.of(saving.before()));
      fields.saving("saving", Optional.of(saving.after()));
      fields.saving("saving_delta", Optional.of(saving.delta()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void item(AnswerChange change) throws IOException {
    json.writeStartObject();
    json.writeStringField("change", change.kind().name());
    json.writeStringField("instance_id", change.machine().instanceId());
    json.writeStringField("name", change.machine().name());
    answer("before", change.before());
    answer("now", change.after());
    json.writeEndObject();
  }

  private void answer(String name, Optional<Answer> answer) throws IOException {
    if (answer.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    Answer found = answer.get();
    json.writeObjectFieldStart(name);
    json.writeStringField("finding", found.finding().name());
    json.writeStringField("current_type", found.currentType());
    fields.text("recommended_type", found.recommendedType());
    if (found.workers().isPresent()) {
      json.writeNumberField("workers", found.workers().get());
    } else {
      json.writeNullField("workers");
    }
    fields.saving("saving", found.saving());
    json.writeEndObject();
  }
}
