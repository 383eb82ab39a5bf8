package io.headroom.http.resource;

import io.headroom.engine.worker.WorkerCalculator;
import io.headroom.engine.worker.WorkerQuestion;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.report.WorkerAnswerText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** How many workers a machine holds. */
@Path("/api/v1/workers")
@RolesAllowed(Roles.VIEWER)
public final class WorkersResource {

  /** Returns the same document as {@code headroom workers -o json}. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response workers(@BeanParam WorkersQuery query, @Context Request request) {
    WorkerQuestion question = query.question();
    String body =
        Answer.text(out -> WorkerAnswerText.json(question, WorkerCalculator.answer(question), out));
    return Answer.tagged(request, body).build();
  }
}
