package io.headroom.http.resource;

import io.headroom.http.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Plans of resizes. */
@Path("/api/v1/plans")
@RolesAllowed(Roles.VIEWER)
@SuppressWarnings("DoNotCallSuggester") // the problem is the answer
@Produces(MediaType.APPLICATION_JSON)
public final class PlansResource {

  private static final String REASON = "it recommends and carries nothing out";

  /** Returns the plans. */
  @GET
  public Response list() {
    throw Unavailable.because("list plans", REASON);
  }

  /** Makes a plan. */
  @POST
  @RolesAllowed(Roles.PLANNER)
  public Response make() {
    throw Unavailable.because("make a plan", REASON);
  }

  /** Returns one plan. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    throw Unavailable.because("show a plan", REASON);
  }

  /** Approves a plan. */
  @POST
  @Path("{id}:approve")
  @RolesAllowed(Roles.APPROVER)
  public Response approve(@PathParam("id") String id) {
    throw Unavailable.because("approve a plan", REASON);
  }
}
