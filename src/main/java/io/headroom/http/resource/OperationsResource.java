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

/** Resizes under way and done. */
@Path("/api/v1/operations")
@RolesAllowed(Roles.VIEWER)
@SuppressWarnings("DoNotCallSuggester") // the problem is the answer
@Produces(MediaType.APPLICATION_JSON)
public final class OperationsResource {

  private static final String REASON = "it recommends and carries nothing out";

  /** Returns the operations. */
  @GET
  public Response list() {
    throw Unavailable.because("list operations", REASON);
  }

  /** Returns one operation. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    throw Unavailable.because("show an operation", REASON);
  }

  /** Ends an operation early, or takes it back. */
  @POST
  @Path("{id}:{action: cancel|rollback}")
  @RolesAllowed(Roles.OPERATOR)
  public Response change(@PathParam("id") String id, @PathParam("action") String action) {
    throw Unavailable.because(action + " an operation", REASON);
  }
}
