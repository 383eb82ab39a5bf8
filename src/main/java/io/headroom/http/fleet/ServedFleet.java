package io.headroom.http.fleet;

import io.headroom.advice.Judged;
import io.headroom.document.Excerpt;
import io.headroom.http.problem.ProblemCode;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.machine.Observation;
import io.headroom.model.verdict.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The fleet as the endpoints ask for it: what is not there is a problem. */
@ApplicationScoped
public class ServedFleet {

  private final Fleet fleet;

  ServedFleet(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Whether there are verdicts to serve. */
  public boolean isReady() {
    return fleet.judged().isPresent();
  }

  /**
   * Returns the verdicts that are served now.
   *
   * @throws ProblemException if there are none yet
   */
  public JudgedFleet judged() {
    return fleet
        .judged()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.NOT_READY,
                    "Cannot answer: the machines are being judged; try again in a moment"));
  }

  /** Returns the machines with their verdicts and samples, as far as they are kept. */
  public List<Judged> pictured() {
    return fleet.pictured();
  }

  /**
   * Returns the verdict on a machine.
   *
   * @throws ProblemException if there is no such machine, or no verdict yet
   */
  public Verdict verdict(String id) {
    return judged().verdict(id).orElseThrow(() -> unknown(id));
  }

  /**
   * Returns a machine with what was observed of it.
   *
   * @throws ProblemException if there is no such machine
   * @throws InterruptedException if this thread is interrupted
   */
  public Observation observation(String id) throws InterruptedException {
    return fleet.observation(id).orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound(
        "the machine " + Excerpt.of(id), "GET /api/v1/instances lists the machines with their ids");
  }
}
