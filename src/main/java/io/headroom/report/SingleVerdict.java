package io.headroom.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.model.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;

/** One verdict as a document, with every rejected type. */
public final class SingleVerdict {

  private SingleVerdict() {}

  /**
   * Writes JSON, ending with a newline.
   *
   * @throws IOException if it cannot be written
   */
  public static void json(Verdict verdict, Writer out) throws IOException {
    write(verdict, OutputFormat.json(out));
    out.write('\n');
  }

  /**
   * Writes the same document as YAML.
   *
   * @throws IOException if it cannot be written
   */
  public static void yaml(Verdict verdict, Writer out) throws IOException {
    write(verdict, OutputFormat.yaml(out));
  }

  private static void write(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("api_version", DocumentSink.API_VERSION);
    json.writeStringField("kind", "Recommendation");
    json.writeStringField("as_of", verdict.asOf().toString());
    json.writeFieldName("item");
    new VerdictJson(json, Integer.MAX_VALUE).write(verdict);
    json.writeEndObject();
    json.close();
  }
}
