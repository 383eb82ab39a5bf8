package io.headroom.http.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.advice.Judged;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.http.answer.Paging;
import io.headroom.http.fleet.JudgedFleet;
import io.headroom.http.fleet.ServedFleet;
import io.headroom.model.machine.Observation;
import io.headroom.model.series.Observations;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.OutputFormat;
import io.headroom.report.OutputTarget;
import io.headroom.report.Paint;
import io.headroom.report.SingleVerdict;
import io.headroom.report.VerdictSink;
import io.headroom.report.page.Annex;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The recommendations: a list that can be filtered, and each with its evidence. */
@Path("/api/v1/recommendations")
@RolesAllowed(Roles.VIEWER)
public final class RecommendationsResource {

  private final ServedFleet fleet;

  RecommendationsResource(ServedFleet fleet) {
    this.fleet = fleet;
  }

  /** Returns a page of the list. */
  @GET
  @Produces("application/json;qs=1")
  public Response list(
      @BeanParam VerdictQuery query,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @Context UriInfo uri,
      @Context Request request) {
    JudgedFleet judged = fleet.judged();
    Paging.Page<Verdict> page =
        Paging.page(
            query.select(judged.verdicts().values()),
            query.order(),
            verdict -> verdict.instance().id(),
            Query.wholeNumber("limit", limit),
            cursor);
    String body = Answer.document("RecommendationSummaryList", json -> write(json, judged, page));
    Response.ResponseBuilder answer = Answer.tagged(request, body);
    next(uri, page.next()).ifPresent(link -> answer.header("Link", link));
    return answer.build();
  }

  private static void write(JsonGenerator json, JudgedFleet judged, Paging.Page<Verdict> page)
      throws IOException {
    json.writeStringField("as_of", judged.adviser().asOf().toString());
    json.writeArrayFieldStart("items");
    SummaryJson summaries = new SummaryJson(json);
    for (Verdict verdict : page.items()) {
      summaries.write(verdict);
    }
    json.writeEndArray();
    json.writeNumberField("total", page.total());
    PageJson.next(json, page);
  }

  private static Optional<String> next(UriInfo uri, Optional<String> cursor) {
    return cursor.map(
        to ->
            "<"
                + uri.getRequestUriBuilder().replaceQueryParam("cursor", to).build().getRawPath()
                + "?"
                + uri.getRequestUriBuilder().replaceQueryParam("cursor", to).build().getRawQuery()
                + ">; rel=\"next\"");
  }

  /** Returns the whole list as a spreadsheet. */
  @GET
  @Produces("text/csv;qs=0.5")
  public Response csv(@BeanParam VerdictQuery query, @Context Request request) {
    JudgedFleet judged = fleet.judged();
    List<Verdict> verdicts = query.select(judged.verdicts().values());
    String body = Answer.text(out -> csv(out, judged, verdicts));
    return Answer.tagged(request, body)
        .header("Content-Disposition", "attachment; filename=\"recommendations.csv\"")
        .build();
  }

  private static void csv(Writer out, JudgedFleet judged, List<Verdict> verdicts)
      throws IOException {
    VerdictSink sink =
        OutputFormat.CSV.open(
            new OutputTarget(out, Paint.NONE, Annex.NONE), judged.adviser().asOf());
    for (Verdict verdict : verdicts) {
      sink.accept(
          new Judged(
              new Observation(verdict.instance(), Observations.NONE), verdict, Optional.empty()));
    }
    sink.finish(judged.summary());
  }

  /**
   * Returns a recommendation with all of its evidence, as {@code headroom explain -o json} does.
   */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response one(@PathParam("id") String id, @Context Request request) {
    Verdict verdict = fleet.verdict(id);
    return Answer.tagged(request, Answer.text(out -> SingleVerdict.json(verdict, out))).build();
  }
}
