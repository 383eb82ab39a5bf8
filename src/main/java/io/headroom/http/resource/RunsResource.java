package io.headroom.http.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.Problem;
import io.headroom.document.Excerpt;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.http.fleet.JudgedFleet;
import io.headroom.http.fleet.ServedFleet;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.verdict.Finding;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;

/** The runs that gave the recommendations. A recording is judged in one run, when it is opened. */
@Path("/api/v1/runs")
@RolesAllowed(Roles.VIEWER)
public final class RunsResource {

  private static final String ONLY_ONE = "recording";

  private final ServedFleet fleet;

  RunsResource(ServedFleet fleet) {
    this.fleet = fleet;
  }

  /** Returns the runs, newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(@Context Request request) {
    JudgedFleet judged = fleet.judged();
    String body =
        Answer.document(
            "RunList",
            json -> {
              json.writeArrayFieldStart("items");
              write(json, judged);
              json.writeEndArray();
            });
    return Answer.tagged(request, body).build();
  }

  /** Starts a run. */
  @POST
  @RolesAllowed(Roles.PLANNER)
  @Produces(MediaType.APPLICATION_JSON)
  @SuppressWarnings("DoNotCallSuggester") // the problem is the answer
  public Response start() {
    throw Unavailable.because("start a run", "it serves a recording, which does not change");
  }

  /** Returns one run. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response one(@PathParam("id") String id, @Context Request request) {
    JudgedFleet judged = run(id);
    String body =
        Answer.document(
            "Run",
            json -> {
              json.writeFieldName("item");
              write(json, judged);
            });
    return Answer.tagged(request, body).build();
  }

  /** Sends how far a run is until it is over, as server-sent events; the data of each is a run. */
  @GET
  @Path("{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<String> events(@PathParam("id") String id) {
    JudgedFleet judged = run(id);
    String line =
        Answer.line(
            json -> {
              json.writeStringField("id", ONLY_ONE);
              json.writeStringField("state", state(judged));
            });
    return Multi.createFrom().item(line);
  }

  private JudgedFleet run(String id) {
    if (!id.equals(ONLY_ONE)) {
      throw ProblemException.notFound(
          "the run " + Excerpt.of(id), "GET /api/v1/runs lists the runs");
    }
    return fleet.judged();
  }

  private static String state(JudgedFleet judged) {
    return judged.summary().problems().isEmpty() ? "SUCCEEDED" : "PARTIAL";
  }

  private static void write(JsonGenerator json, JudgedFleet judged) throws IOException {
    List<Problem> problems = judged.summary().problems();
    json.writeStartObject();
    json.writeStringField("id", ONLY_ONE);
    json.writeStringField("state", state(judged));
    json.writeStringField("as_of", judged.adviser().asOf().toString());
    json.writeNumberField("instances", judged.summary().totals().instances());
    json.writeObjectFieldStart("findings");
    for (Finding finding : Finding.values()) {
      json.writeNumberField(finding.name(), judged.summary().totals().count(finding));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("code", problem.code());
      json.writeStringField("subject", problem.subject());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
