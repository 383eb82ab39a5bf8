package io.headroom.batch.run;

import io.headroom.advice.change.Answer;
import io.headroom.ledger.content.Content;
import io.headroom.ledger.problem.LostClaimException;
import io.headroom.ledger.recommendation.Draft;
import io.headroom.ledger.recommendation.Facts;
import io.headroom.ledger.recommendation.Recommendations;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunProgress;
import io.headroom.ledger.run.Runs;
import io.headroom.model.verdict.Verdict;
import io.headroom.report.SingleVerdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts on their way into the store, some at a time. Nobody sees them before the run is over.
 */
final class Drafts {

  private static final int AT_ONCE = 100;

  private final Recommendations recommendations;
  private final Runs runs;
  private final RunClaim claim;
  private final int machines;
  private final List<Draft> waiting = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  Drafts(Recommendations recommendations, Runs runs, RunClaim claim, int machines) {
    this.recommendations = recommendations;
    this.runs = runs;
    this.claim = claim;
    this.machines = machines;
  }

  /**
   * Adds a verdict.
   *
   * @throws LostClaimException if the run is another's by now
   */
  void add(Verdict verdict) {
    Facts facts = Facts.of(verdict);
    waiting.add(new Draft(facts, Content.ofText(evidence(verdict))));
    answers.add(KnownAnswers.answer(facts));
    if (waiting.size() == AT_ONCE) {
      flush();
    }
  }

  /**
   * Writes what is waiting and returns what was said of all machines.
   *
   * @throws LostClaimException if the run is another's by now
   */
  List<Answer> finish() {
    flush();
    return List.copyOf(answers);
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      recommendations.draft(claim, waiting);
      waiting.clear();
      runs.progress(claim, new RunProgress("recommend", answers.size(), machines));
    }
  }

  private static String evidence(Verdict verdict) {
    StringWriter text = new StringWriter();
    try {
      SingleVerdict.json(verdict, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
