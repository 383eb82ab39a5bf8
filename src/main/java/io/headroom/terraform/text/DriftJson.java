package io.headroom.terraform.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.Problem;
import io.headroom.report.JsonFields;
import io.headroom.report.OutputFormat;
import io.headroom.terraform.drift.Conclusion;
import io.headroom.terraform.drift.Difference;
import io.headroom.terraform.drift.DriftReport;
import io.headroom.terraform.drift.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What file, state and cloud disagree about, for programs. */
public final class DriftJson {

  private DriftJson() {}

  /** Returns a document of kind {@code TerraformDrift}. */
  public static String of(DriftReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = OutputFormat.json(text)) {
      json.writeStartObject();
      json.writeStringField("api_version", OutputFormat.API_VERSION);
      json.writeStringField("kind", "TerraformDrift");
      json.writeNumberField("compared", report.compared());
      json.writeArrayFieldStart("differences");
      for (Difference difference : report.differences()) {
        write(json, difference);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("problems");
      for (Problem problem : report.problems()) {
        json.writeStartObject();
        json.writeStringField("code", problem.code());
        json.writeStringField("subject", problem.subject());
        json.writeStringField("message", problem.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Difference difference) throws IOException {
    JsonFields fields = new JsonFields(json);
    json.writeStartObject();
    json.writeStringField("key", difference.key());
    json.writeStringField("of", difference.facet().id());
    for (Place place : Place.values()) {
      fields.text(place.id(), difference.of(place));
    }
    fields.text("differs", difference.odd().map(Place::id));
    json.writeStringField("conclusion", Conclusion.of(difference));
    json.writeEndObject();
  }
}
