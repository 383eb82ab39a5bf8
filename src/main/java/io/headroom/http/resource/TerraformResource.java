package io.headroom.http.resource;

import io.headroom.http.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Recommendations as variables of Terraform. */
@Path("/api/v1/terraform/tfvars")
@RolesAllowed(Roles.VIEWER)
@SuppressWarnings("DoNotCallSuggester") // the problem is the answer
public final class TerraformResource {

  /** Returns the variables. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response variables() {
    throw Unavailable.because(
        "write variables for Terraform", "recommended_type of each recommendation has the types");
  }
}
