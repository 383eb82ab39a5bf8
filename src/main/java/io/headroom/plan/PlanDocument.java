package io.headroom.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.ResizePlan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a plan as JSON. The same plan gives the same bytes, and so the same hash. */
public final class PlanDocument {

  /** Version of the document. */
  static final String API_VERSION = "headroom/v1";

  /** Its kind. */
  static final String KIND = "ResizePlan";

  private PlanDocument() {}

  /** Returns the identity of a plan. */
  public static PlanHash hashOf(ResizePlan plan) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      new PlanFields(json).write(plan);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return new PlanHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * Writes a plan with its hash, two blanks a level.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(ResizePlan plan, Writer out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("api_version", API_VERSION);
    json.writeStringField("kind", KIND);
    json.writeStringField("hash", hashOf(plan).hex());
    new PlanFields(json).write(plan);
    json.writeEndObject();
    json.close();
    out.write("\n");
  }
}
