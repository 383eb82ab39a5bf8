package io.headroom.http.resource;

import io.headroom.advice.Judged;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.http.fleet.JudgedFleet;
import io.headroom.http.fleet.ServedFleet;
import io.headroom.report.OutputFormat;
import io.headroom.report.OutputTarget;
import io.headroom.report.Paint;
import io.headroom.report.VerdictSink;
import io.headroom.report.page.Annex;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The report, as a page for a browser. It is made when it is first asked for, and kept. */
@Path("/")
@RolesAllowed(Roles.VIEWER)
public final class HomeResource {

  private final ServedFleet fleet;
  private volatile Optional<String> page = Optional.empty();

  HomeResource(ServedFleet fleet) {
    this.fleet = fleet;
  }

  /** Returns the page that {@code headroom demo --out report.html} writes. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response report(@Context Request request) {
    return Answer.tagged(request, page.orElseGet(this::made)).build();
  }

  private synchronized String made() {
    if (page.isEmpty()) {
      JudgedFleet judged = fleet.judged();
      List<Judged> machines = fleet.pictured();
      if (machines.isEmpty()) {
        throw Unavailable.because(
            "show a page of this many machines", "headroom recommend --out report.html writes it");
      }
      page = Optional.of(Answer.text(out -> write(out, judged, machines)));
    }
    return page.orElseThrow();
  }

  private static void write(Writer out, JudgedFleet judged, List<Judged> machines)
      throws IOException {
    VerdictSink sink =
        OutputFormat.HTML.open(
            new OutputTarget(out, Paint.NONE, Annex.NONE), judged.adviser().asOf());
    for (Judged machine : machines) {
      sink.accept(machine);
    }
    sink.finish(judged.summary());
  }
}
