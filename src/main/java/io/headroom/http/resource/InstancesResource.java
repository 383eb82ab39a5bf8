package io.headroom.http.resource;

import io.headroom.advice.SizeComparison;
import io.headroom.advice.WhatIf;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.http.answer.Paging;
import io.headroom.http.fleet.ServedFleet;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.machine.Instance;
import io.headroom.model.verdict.Verdict;
import io.headroom.recording.inventory.InstanceDocument;
import io.headroom.report.OutputFormat;
import io.headroom.report.whatif.TextPictures;
import io.headroom.report.whatif.WhatIfDocument;
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
import java.util.List;

/** The machines, what they use, and what other sizes would do to them. */
@Path("/api/v1/instances")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
public final class InstancesResource {

  private static final int MOST_TYPES = 8;

  private final ServedFleet fleet;

  InstancesResource(ServedFleet fleet) {
    this.fleet = fleet;
  }

  /** Returns a page of the machines, as they are in an inventory. */
  @GET
  public Response list(
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @Context Request request) {
    List<Instance> instances =
        fleet.judged().verdicts().values().stream().map(Verdict::instance).toList();
    Paging.Page<Instance> page =
        Paging.page(instances, "id", Instance::id, Query.wholeNumber("limit", limit), cursor);
    String body =
        Answer.document(
            "InstanceList",
            json -> {
              json.writeArrayFieldStart("items");
              for (Instance instance : page.items()) {
                InstanceDocument.write(json, instance);
              }
              json.writeEndArray();
              json.writeNumberField("total", page.total());
              PageJson.next(json, page);
            });
    return Answer.tagged(request, body).build();
  }

  /** Returns one machine. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id, @Context Request request) {
    Verdict verdict = fleet.verdict(id);
    String body =
        Answer.document(
            "Instance",
            json -> {
              json.writeFieldName("item");
              InstanceDocument.write(json, verdict.instance());
            });
    return Answer.tagged(request, body).build();
  }

  /** Returns what a machine used, in as many points as a chart has. */
  @GET
  @Path("{id}/utilization")
  public Response utilization(
      @PathParam("id") String id, @BeanParam UtilizationQuery query, @Context Request request)
      throws InterruptedException {
    String body = query.answer(fleet.observation(id), fleet.judged().adviser().asOf());
    return Answer.tagged(request, body).build();
  }

  /** Returns how the recorded demand would have fared on other sizes. */
  @GET
  @Path("{id}/what-if")
  public Response whatIf(
      @PathParam("id") String id, @QueryParam("type") List<String> types, @Context Request request)
      throws InterruptedException {
    if (types.size() > MOST_TYPES) {
      throw ProblemException.invalid("type", types.size() + " types", "at most " + MOST_TYPES);
    }
    SizeComparison comparison =
        new WhatIf(fleet.judged().adviser()).compare(fleet.observation(id), types);
    String body =
        Answer.text(
            out -> WhatIfDocument.write(comparison, OutputFormat.JSON, TextPictures.NONE, out));
    return Answer.tagged(request, body).build();
  }
}
