package io.headroom.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Required;
import io.headroom.model.machine.Instance;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Current;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Notice;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Projection;
import io.headroom.model.verdict.Rejection;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes one verdict as a JSON object. Names are snake_case with the unit in them, the order is
 * fixed, money is an exact decimal in a string, and what is not known is null. The same verdict
 * gives the same bytes.
 */
final class VerdictJson {

  private final JsonGenerator json;
  private final JsonFields fields;
  private final int rejectionLimit;

  /**
   * Writes to {@code json}.
   *
   * @param rejectionLimit most rejected types to list; the total is given beside them
   */
  VerdictJson(JsonGenerator json, int rejectionLimit) {
    this.json = json;
    this.fields = new JsonFields(json);
    this.rejectionLimit = rejectionLimit;
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
    current(verdict.current());
    new DemandJson(json).write(verdict.demand());
    required(verdict.required());
    json.writeArrayFieldStart("options");
    for (Option option : verdict.options()) {
      option(option);
    }
    json.writeEndArray();
    destination(verdict.destination());
    json.writeArrayFieldStart("fallbacks");
    for (String fallback : verdict.fallbacks()) {
      json.writeString(fallback);
    }
    json.writeEndArray();
    workers(verdict.workers());
    rejected(verdict);
    json.writeStringField("policy", verdict.policy());
    json.writeStringField("because", Because.of(verdict));
    notices(verdict.notices());
    json.writeEndObject();
  }

  private void instance(Instance instance) throws IOException {
    json.writeStringField("instance_id", instance.id());
    json.writeStringField("name", instance.name());
    json.writeStringField("provider", instance.provider().id());
    json.writeStringField("account", instance.placement().account());
    json.writeStringField("region", instance.placement().region());
    fields.text("zone", instance.placement().zone());
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : instance.tags().entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }

  private void current(Current current) throws IOException {
    json.writeObjectFieldStart("current");
    json.writeStringField("instance_type", current.instanceType());
    capacity(current.offering().map(offering -> offering.type()));
    fields.price("monthly_price", current.price());
    risk(current.risk());
    json.writeEndObject();
  }

  private void capacity(Optional<InstanceType> type) throws IOException {
    if (type.isPresent()) {
      json.writeNumberField("vcpus", decimal(type.get().vcpus().value()));
      json.writeNumberField("sustained_vcpus", decimal(type.get().sustained().value()));
      json.writeNumberField("memory_mib", type.get().memory().wholeRoundedUp());
    } else {
      json.writeNullField("vcpus");
      json.writeNullField("sustained_vcpus");
      json.writeNullField("memory_mib");
    }
  }

  private void risk(Optional<PerformanceRisk> risk) throws IOException {
    if (risk.isPresent()) {
      json.writeNumberField("performance_risk", risk.get().level());
    } else {
      json.writeNullField("performance_risk");
    }
    fields.text("performance_risk_set_by", risk.flatMap(PerformanceRisk::setBy));
  }

  private void required(Optional<Required> required) throws IOException {
    if (required.isEmpty()) {
      json.writeNullField("required");
      return;
    }
    json.writeObjectFieldStart("required");
    json.writeNumberField("vcpus", decimal(required.get().vcpus().value()));
    json.writeNumberField("sustained_vcpus", decimal(required.get().sustained().value()));
    json.writeNumberField("memory_mib", required.get().memory().wholeRoundedUp());
    json.writeEndObject();
  }

  private void destination(Optional<Option> destination) throws IOException {
    if (destination.isEmpty()) {
      json.writeNullField("destination");
      return;
    }
    json.writeFieldName("destination");
    option(destination.get());
  }

  private void option(Option option) throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", option.rank());
    json.writeStringField("instance_type", option.instanceType());
    capacity(Optional.of(option.offering().type()));
    fields.price("monthly_price", Optional.of(option.price()));
    json.writeStringField("price_basis", option.offering().basis().id());
    fields.saving("monthly_saving", option.saving());
    risk(Optional.of(option.risk()));
    projected(option.projected());
    workers(option.workers());
    json.writeStringField("migration_effort", option.effort().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("blockers");
    for (Blocker blocker : option.blockers()) {
      json.writeString(blocker.shown());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void projected(Projection projected) throws IOException {
    json.writeObjectFieldStart("projected");
    fraction("cpu_peak_fraction", projected.cpuPeak().map(used -> used.fraction()));
    fraction("cpu_mean_fraction", projected.cpuMean().map(used -> used.fraction()));
    fraction("memory_peak_fraction", projected.memoryPeak().map(used -> used.fraction()));
    json.writeEndObject();
  }

  private void workers(Optional<WorkerAdvice> advice) throws IOException {
    if (advice.isEmpty()) {
      json.writeNullField("workers");
      return;
    }
    WorkerAdvice workers = advice.get();
    json.writeObjectFieldStart("workers");
    number("current", workers.current());
    json.writeNumberField("recommended", workers.recommended());
    json.writeStringField("limited_by", workers.limitedBy().id());
    json.writeNumberField("needed", workers.needed());
    number("background_current", workers.backgroundCurrent());
    number("background_recommended", workers.backgroundRecommended());
    if (workers.bufferPool().isPresent()) {
      json.writeNumberField("buffer_pool_mib", (long) workers.bufferPool().get().value());
    } else {
      json.writeNullField("buffer_pool_mib");
    }
    json.writeNumberField("per_worker_mib", decimal(workers.perWorker().value()));
    json.writeEndObject();
  }

  private void rejected(Verdict verdict) throws IOException {
    List<Rejection> rejections = verdict.rejected();
    json.writeArrayFieldStart("rejected");
    for (Rejection rejection : rejections.subList(0, Math.min(rejectionLimit, rejections.size()))) {
      json.writeStartObject();
      json.writeStringField("instance_type", rejection.instanceType());
      fields.price("monthly_price", Optional.of(rejection.price()));
      json.writeStringField("reason", rejection.refusal().text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("rejected_total", rejections.size());
    json.writeObjectFieldStart("excluded_by_rule");
    for (Map.Entry<String, Integer> rule : verdict.excludedByRule().entrySet()) {
      json.writeNumberField(rule.getKey().replace(' ', '_'), rule.getValue());
    }
    json.writeEndObject();
  }

  private void notices(List<Notice> notices) throws IOException {
    json.writeArrayFieldStart("notices");
    for (Notice notice : notices) {
      json.writeStartObject();
      json.writeStringField("kind", notice.kind().name());
      json.writeStringField("text", notice.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void number(String name, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsInt());
    } else {
      json.writeNullField(name);
    }
  }

  private void fraction(String name, Optional<Double> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, decimal(value.get()));
    } else {
      json.writeNullField(name);
    }
  }

  /** Four decimals, no trailing zeros: finer than any sample. */
  static BigDecimal decimal(double value) {
    return Decimals.of(value);
  }
}
