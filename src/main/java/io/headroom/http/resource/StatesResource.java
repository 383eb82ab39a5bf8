package io.headroom.http.resource;

import io.headroom.http.access.Roles;
import io.headroom.http.fleet.ServedFleet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What becomes of a recommendation. A recording keeps no states. */
@Path("/api/v1/recommendations/{id}:{action: dismiss|snooze|reactivate}")
@RolesAllowed(Roles.PLANNER)
@SuppressWarnings("DoNotCallSuggester") // the problem is the answer
public final class StatesResource {

  private final ServedFleet fleet;

  StatesResource(ServedFleet fleet) {
    this.fleet = fleet;
  }

  /** Changes the state of a recommendation. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") String id, @PathParam("action") String action) {
    fleet.verdict(id);
    throw Unavailable.because(action + " a recommendation", "a recording keeps no states");
  }
}
