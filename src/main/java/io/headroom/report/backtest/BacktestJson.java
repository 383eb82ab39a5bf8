package io.headroom.report.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.Problem;
import io.headroom.advice.backtest.BacktestPlan;
import io.headroom.advice.backtest.BacktestResult;
import io.headroom.advice.backtest.Difference;
import io.headroom.advice.backtest.Estimate;
import io.headroom.advice.backtest.LeftOut;
import io.headroom.advice.backtest.LineResult;
import io.headroom.advice.backtest.Measure;
import io.headroom.model.verdict.Finding;
import io.headroom.report.JsonFields;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A fleet's backtest as a document. */
final class BacktestJson {

  private final JsonGenerator json;

  BacktestJson(JsonGenerator json) {
    this.json = json;
  }

  void write(BacktestResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("api_version", OutputFormat.API_VERSION);
    json.writeStringField("kind", "Backtest");
    plan(json, result.plan());
    json.writeNumberField("machines", result.machines());
    json.writeNumberField("machine_cuts", result.cuts());
    json.writeNumberField("machine_cuts_without_clairvoyant", result.withoutClairvoyant());
    json.writeArrayFieldStart("lines");
    for (LineResult line : result.lines()) {
      line(line);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("differences");
    for (Difference difference : result.differences()) {
      json.writeStartObject();
      json.writeStringField("name", difference.line());
      json.writeStringField("against", result.plan().reference());
      measures(difference.estimates());
      json.writeEndObject();
    }
    json.writeEndArray();
    leftOut(result.leftOut());
    json.writeArrayFieldStart("notes");
    for (String note : result.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    problems(result.problems());
    json.writeEndObject();
    json.close();
  }

  /** Writes how a backtest was made. */
  static void plan(JsonGenerator json, BacktestPlan plan) throws IOException {
    json.writeObjectFieldStart("plan");
    hours(json, "training_hours", plan.cuts().training());
    hours(json, "test_hours", plan.cuts().test());
    json.writeStringField("cuts", id(plan.cuts().repetition()));
    json.writeStringField("cpu_played", id(plan.played()));
    json.writeStringField("half", id(plan.half()));
    json.writeStringField("reference", plan.reference());
    json.writeNumberField("resamples", plan.resamples());
    json.writeNumberField("seed", plan.seed());
    json.writeEndObject();
  }

  private static void hours(JsonGenerator json, String name, Optional<Duration> length)
      throws IOException {
    if (length.isPresent()) {
      json.writeNumberField(name, Figures.exact(length.get().toMinutes() / 60.0));
    } else {
      json.writeNullField(name);
    }
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void line(LineResult line) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", line.name());
    json.writeStringField("kind", id(line.kind()));
    new JsonFields(json).price("monthly_price_sum", Optional.of(line.price()));
    measures(line.estimates());
    json.writeObjectFieldStart("findings");
    for (Map.Entry<Finding, Integer> entry : line.findings().entrySet()) {
      json.writeNumberField(entry.getKey().name(), entry.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void measures(SortedMap<Measure, Estimate> estimates) throws IOException {
    json.writeObjectFieldStart("measures");
    for (Map.Entry<Measure, Estimate> entry : estimates.entrySet()) {
      json.writeObjectFieldStart(entry.getKey().id());
      json.writeNumberField("value", Figures.exact(entry.getValue().value()));
      Optional<Estimate.Interval> range = entry.getValue().interval();
      if (range.isPresent()) {
        json.writeNumberField("low", Figures.exact(range.get().low()));
        json.writeNumberField("high", Figures.exact(range.get().high()));
      } else {
        json.writeNullField("low");
        json.writeNullField("high");
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void leftOut(SortedMap<LeftOut, List<String>> leftOut) throws IOException {
    json.writeArrayFieldStart("left_out");
    for (Map.Entry<LeftOut, List<String>> entry : leftOut.entrySet()) {
      json.writeStartObject();
      json.writeStringField("reason", entry.getKey().name());
      json.writeStringField("message", entry.getKey().words());
      json.writeArrayFieldStart("instance_ids");
      for (String id : entry.getValue()) {
        json.writeString(id);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void problems(List<Problem> problems) throws IOException {
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("code", problem.code());
      json.writeStringField("subject", problem.subject());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
