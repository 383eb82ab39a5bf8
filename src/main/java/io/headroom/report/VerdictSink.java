package io.headroom.report;

import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import java.io.IOException;

/** Takes the verdicts of a run one by one, in their order, and then what they add up to. */
public interface VerdictSink {

  /**
   * Takes a machine with its verdict.
   *
   * @throws IOException if it cannot be written
   */
  void accept(Judged judged) throws IOException;

  /**
   * Ends the document. Nothing is taken after it.
   *
   * @throws IOException if it cannot be written
   */
  void finish(RunSummary summary) throws IOException;
}
