package io.headroom.http.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.document.Excerpt;
import io.headroom.http.answer.Answer;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** What the codes of problems mean: here their {@code type} points. */
@Path("/api/v1/problems")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public final class ProblemsResource {

  /** Returns all codes. */
  @GET
  public Response list(@Context Request request) {
    String body =
        Answer.document(
            "ProblemCodeList",
            json -> {
              json.writeArrayFieldStart("items");
              for (ProblemCode code : ProblemCode.values()) {
                write(json, code);
              }
              json.writeEndArray();
            });
    return Answer.tagged(request, body).build();
  }

  /** Returns one code. */
  @GET
  @Path("{code}")
  public Response one(@PathParam("code") String id, @Context Request request) {
    ProblemCode code =
        ProblemCode.ofId(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "the code " + Excerpt.of(id), "GET /api/v1/problems lists the codes"));
    String body =
        Answer.document(
            "ProblemCode",
            json -> {
              json.writeFieldName("item");
              write(json, code);
            });
    return Answer.tagged(request, body).build();
  }

  private static void write(JsonGenerator json, ProblemCode code) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", code.id());
    json.writeNumberField("status", code.status());
    json.writeStringField("title", code.title());
    json.writeEndObject();
  }
}
