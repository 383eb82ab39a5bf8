package io.headroom.http.evaluate;

import io.headroom.advice.Adviser;
import io.headroom.advice.RegionTables;
import io.headroom.document.Excerpt;
import io.headroom.http.access.Roles;
import io.headroom.http.answer.Answer;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import io.headroom.http.settings.ServiceSettings;
import io.headroom.model.verdict.Verdict;
import io.headroom.policy.PolicySet;
import io.headroom.report.SingleVerdict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.Semaphore;

/** A verdict on a machine that the request brings along. Nothing is read or kept. */
@Path("/api/v1/recommendations:evaluate")
@RolesAllowed(Roles.VIEWER)
public final class EvaluateResource {

  private final PolicyShelf shelf;
  private final RegionTables tables;
  private final Semaphore places;

  EvaluateResource(PolicyShelf shelf, RegionTables tables, ServiceSettings settings) {
    this.shelf = shelf;
    this.tables = tables;
    this.places = new Semaphore(settings.evaluationsAtOnce());
  }

  /** Returns the same document as {@code headroom explain -o json}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public String evaluate(byte[] body) throws InterruptedException {
    places.acquire();
    try {
      Evaluation evaluation = EvaluationReader.read(body, shelf);
      Verdict verdict = verdict(evaluation);
      return Answer.text(out -> SingleVerdict.json(verdict, out));
    } finally {
      places.release();
    }
  }

  /** Values that no machine has can go beyond what single precision holds on the way. */
  private Verdict verdict(Evaluation evaluation) {
    try {
      return new Adviser(policies(evaluation), tables, evaluation.asOf())
          .verdict(evaluation.machine());
    } catch (IllegalArgumentException | ArithmeticException beyond) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST,
          "Cannot judge the machine: " + Excerpt.escaped(String.valueOf(beyond.getMessage())));
    }
  }

  private static PolicySet policies(Evaluation evaluation) {
    try {
      return new PolicySet(evaluation.policies());
    } catch (IllegalArgumentException twice) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, String.valueOf(twice.getMessage()));
    }
  }
}
