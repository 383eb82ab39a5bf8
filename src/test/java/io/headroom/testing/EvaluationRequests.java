package io.headroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.http.answer.Answer;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Series;
import io.headroom.recording.inventory.InstanceDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Requests for a verdict on a machine, as a client would make them. */
public final class EvaluationRequests {

  private EvaluationRequests() {}

  /** Returns the body of a request. */
  public static byte[] of(Observation machine, List<String> policies, Instant asOf) {
    return Answer.line(
            json -> {
              json.writeStringField("as_of", asOf.toString());
              json.writeFieldName("instance");
              InstanceDocument.write(json, machine.instance());
              json.writeArrayFieldStart("policies");
              for (String policy : policies) {
                json.writeString(policy);
              }
              json.writeEndArray();
              json.writeArrayFieldStart("series");
              for (Series series : machine.observations().all()) {
                write(json, series);
              }
              json.writeEndArray();
            })
        .getBytes(UTF_8);
  }

  private static void write(JsonGenerator json, Series series) throws IOException {
    json.writeStartObject();
    json.writeStringField("metric", series.metric().id());
    json.writeStringField("unit", series.unit().id());
    json.writeStringField("start", Instant.ofEpochSecond(series.startEpochSecond()).toString());
    json.writeNumberField("step_seconds", series.stepSeconds());
    json.writeArrayFieldStart("values");
    for (int slot = 0; slot < series.slots(); slot++) {
      if (series.observed(slot)) {
        json.writeNumber(new BigDecimal(Float.toString(series.value(slot))));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
