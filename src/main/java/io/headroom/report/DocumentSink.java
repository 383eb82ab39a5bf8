package io.headroom.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.FleetTotals;
import io.headroom.advice.Judged;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;

/**
 * Verdicts as one JSON or YAML document, written while they come: {@code api_version}, {@code
 * kind}, {@code as_of}, {@code items}, {@code totals}, {@code problems}.
 */
final class DocumentSink implements VerdictSink {

  /** Version of every document Headroom writes or reads. */
  static final String API_VERSION = OutputFormat.API_VERSION;

  /** Rejected types of a machine in a list; {@code explain} gives all. */
  private static final int REJECTIONS_IN_LISTS = 50;

  private final JsonGenerator json;
  private final VerdictJson verdicts;

  DocumentSink(JsonGenerator json, Instant asOf) throws IOException {
    this.json = json;
    this.verdicts = new VerdictJson(json, REJECTIONS_IN_LISTS);
    json.writeStartObject();
    json.writeStringField("api_version", API_VERSION);
    json.writeStringField("kind", "RecommendationList");
    json.writeStringField("as_of", asOf.toString());
    json.writeArrayFieldStart("items");
  }

  @Override
  public void accept(Judged judged) throws IOException {
    verdicts.write(judged.verdict());
  }

  @Override
  public void finish(RunSummary summary) throws IOException {
    json.writeEndArray();
    totals(summary.totals());
    json.writeArrayFieldStart("problems");
    for (Problem problem : summary.problems()) {
      problem(json, problem);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  static void problem(JsonGenerator json, Problem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", problem.code());
    json.writeStringField("subject", problem.subject());
    json.writeStringField("message", problem.message());
    json.writeEndObject();
  }

  private void totals(FleetTotals totals) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("instances", totals.instances());
    json.writeNumberField("without_price", totals.withoutPrice());
    json.writeObjectFieldStart("findings");
    for (Finding finding : Finding.values()) {
      json.writeNumberField(finding.name(), totals.count(finding));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("monthly");
    for (Map.Entry<String, FleetTotals.Totals> entry : totals.byCurrency().entrySet()) {
      FleetTotals.Totals sums = entry.getValue();
      json.writeStartObject();
      money("now", sums.now().rounded(), sums.now().currency());
      money("saving", sums.saving());
      money("growth", sums.growth());
      money("growth_for_headroom_alone", sums.growthForHeadroom());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void money(String name, MonthlySaving saving) throws IOException {
    money(name, saving.rounded(), saving.currency());
  }

  private void money(String name, BigDecimal amount, Currency currency) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("amount", amount.toPlainString());
    json.writeStringField("currency", currency.getCurrencyCode());
    json.writeStringField("per", "month");
    json.writeEndObject();
  }
}
