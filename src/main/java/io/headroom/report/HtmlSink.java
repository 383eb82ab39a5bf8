package io.headroom.report;

import io.headroom.advice.Judged;
import io.headroom.advice.RunSummary;
import io.headroom.report.page.Annex;
import io.headroom.report.page.FleetPage;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/** Verdicts as a page with pictures. */
final class HtmlSink implements VerdictSink {

  private final FleetPage page;
  private final Instant asOf;
  private int machines;

  HtmlSink(Writer out, Annex annex, Instant asOf) {
    this.page = new FleetPage(out, annex);
    this.asOf = asOf;
  }

  @Override
  public void accept(Judged judged) throws IOException {
    machines++;
    page.add(
        new MachineText(judged.verdict(), "m" + machines)
            .view(judged, page.isPaged() ? MachineText.Length.SHORT : MachineText.Length.WHOLE));
  }

  @Override
  public void finish(RunSummary summary) throws IOException {
    page.finish(FleetText.view(summary, asOf));
  }
}
