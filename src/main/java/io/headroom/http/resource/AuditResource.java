package io.headroom.http.resource;

import io.headroom.http.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Who did what. */
@Path("/api/v1/audit")
@RolesAllowed(Roles.ADMIN)
@SuppressWarnings("DoNotCallSuggester") // the problem is the answer
public final class AuditResource {

  /** Returns the log. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    throw Unavailable.because(
        "show who did what", "it serves a recording, and nobody can change anything");
  }
}
