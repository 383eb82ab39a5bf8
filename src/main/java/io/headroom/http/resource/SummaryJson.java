package io.headroom.http.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.model.machine.Instance;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import io.headroom.report.JsonFields;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** A verdict in short, for lists: what it says, without its evidence. */
final class SummaryJson {

  private final JsonGenerator json;
  private final JsonFields fields;

  SummaryJson(JsonGenerator json) {
    this.json = json;
    this.fields = new JsonFields(json);
  }

  void write(Verdict verdict) throws IOException {
    json.writeStartObject();
    instance(verdict.instance());
    json.writeStringField("finding", verdict.finding().name());
    json.writeArrayFieldStart("finding_reasons");
    for (FindingReason reason : verdict.reasons()) {
      json.writeString(reason.name());
    }
    json.writeEndArray();
    Optional<Option> recommended = verdict.recommended();
    json.writeStringField("current_type", verdict.current().instanceType());
    fields.text("recommended_type", recommended.map(Option::instanceType));
    fields.price("current_monthly_price", verdict.current().price());
    fields.price("recommended_monthly_price", recommended.map(Option::price));
    fields.saving("monthly_saving", recommended.flatMap(Option::saving));
    number("current_performance_risk", verdict.current().risk().map(PerformanceRisk::level));
    number("performance_risk", recommended.map(Option::risk).map(PerformanceRisk::level));
    number("workers", verdict.workers().map(WorkerAdvice::recommended));
    json.writeStringField("policy", verdict.policy());
    json.writeStringField("state", "ACTIVE");
    json.writeStringField(
        "href", "/api/v1/recommendations/" + PathSegment.of(verdict.instance().id()));
    json.writeEndObject();
  }

  private void instance(Instance instance) throws IOException {
    json.writeStringField("id", instance.id());
    json.writeStringField("instance_id", instance.id());
    json.writeStringField("name", instance.name());
    json.writeStringField("provider", instance.provider().id());
    json.writeStringField("account", instance.placement().account());
    json.writeStringField("region", instance.placement().region());
  }

  private void number(String name, Optional<Integer> value) throws IOException {
    fields.number(name, value.map(number -> BigDecimal.valueOf(number.longValue())));
  }
}
