package io.headroom.http.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.report.OutputFormat;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bodies of answers. The same content is the same bytes. */
public final class Answer {

  private static final int TAG_DIGITS = 32;
  private static final JsonFactory LINES = new JsonFactory();

  private Answer() {}

  /** Writes a text. */
  @FunctionalInterface
  public interface Text {

    /**
     * Writes it.
     *
     * @throws IOException if it cannot be written
     */
    void write(Writer out) throws IOException;
  }

  /** Writes the properties of a document. */
  @FunctionalInterface
  public interface Properties {

    /**
     * Writes them.
     *
     * @throws IOException if they cannot be written
     */
    void write(JsonGenerator json) throws IOException;
  }

  /** Returns a text. */
  public static String text(Text text) {
    StringWriter out = new StringWriter();
    try {
      text.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Returns a document of a kind, with {@code api_version} and {@code kind} first. */
  public static String document(String kind, Properties properties) {
    return text(
        out -> {
          try (JsonGenerator json = OutputFormat.json(out)) {
            json.writeStartObject();
            json.writeStringField("api_version", OutputFormat.API_VERSION);
            json.writeStringField("kind", kind);
            properties.write(json);
            json.writeEndObject();
          }
          out.write('\n');
        });
  }

  /** Returns an object on one line, as an event has it. */
  public static String line(Properties properties) {
    return text(
        out -> {
          try (JsonGenerator json = LINES.createGenerator(out)) {
            json.writeStartObject();
            properties.write(json);
            json.writeEndObject();
          }
        });
  }

  /**
   * Returns an answer with a tag of its content; without the content if whoever asks has it
   * already.
   */
  public static Response.ResponseBuilder tagged(Request request, String body) {
    EntityTag tag = tag(body);
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = same == null ? Response.ok(body) : same;
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache, private")
        .header(HttpHeaders.VARY, "Accept");
  }

  /** Weak, since compressed and plain answers share it. */
  private static EntityTag tag(String body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return new EntityTag(
          HexFormat.of().formatHex(hash).substring(0, TAG_DIGITS), /* weak= */ true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
