package io.headroom.http.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The document of a problem, as RFC 9457 has it, with {@code code} and {@code request_id}. */
public final class ProblemBody {

  /** Its media type. */
  public static final String TYPE = "application/problem+json";

  private ProblemBody() {}

  /**
   * Returns the document.
   *
   * @param errors each thing that is wrong; left out if there is none
   * @param requestId names the request in the log
   */
  public static String of(ProblemCode code, String detail, List<String> errors, String requestId) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = OutputFormat.json(text)) {
      json.writeStartObject();
      json.writeStringField("type", code.type());
      json.writeStringField("title", code.title());
      json.writeNumberField("status", code.status());
      json.writeStringField("detail", detail);
      json.writeStringField("code", code.id());
      if (!errors.isEmpty()) {
        json.writeArrayFieldStart("errors");
        for (String error : errors) {
          json.writeString(error);
        }
        json.writeEndArray();
      }
      json.writeStringField("request_id", requestId);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }
}
