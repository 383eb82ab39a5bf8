package io.headroom.report;

import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import java.io.IOException;
import java.io.Writer;

/** The ids of machines with a recommendation, one a line: for a shell loop. */
final class NameSink implements VerdictSink {

  private final Writer out;

  NameSink(Writer out) {
    this.out = out;
  }

  @Override
  public void accept(Judged judged) throws IOException {
    if (judged.verdict().recommended().isPresent()) {
      out.write(PlainText.forTerminal(judged.verdict().instance().id()));
      out.write('\n');
    }
  }

  @Override
  public void finish(RunSummary summary) throws IOException {
    out.flush();
  }
}
