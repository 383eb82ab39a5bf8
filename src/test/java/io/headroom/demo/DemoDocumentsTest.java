package io.headroom.demo;

import io.headroom.advice.FleetTotals;
import io.headroom.advice.RunSummary;
import io.headroom.report.OutputFormat;
import io.headroom.report.OutputTarget;
import io.headroom.report.Paint;
import io.headroom.report.VerdictSink;
import io.headroom.report.page.Annex;
import io.headroom.testing.GoldenFile;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the documents of two machines: the ERPNext box, and the idle one with a hostile tag. */
class DemoDocumentsTest {

  private static DemoVerdicts verdicts;

  @BeforeAll
  static void judge() throws InterruptedException {
    verdicts = DemoVerdicts.read();
  }

  @ParameterizedTest
  @EnumSource(
      value = OutputFormat.class,
      names = {"JSON", "YAML", "CSV", "MD", "WIDE"})
  void documentsOfTwoMachinesAreAsTheyWere(OutputFormat format) throws IOException {
    FleetTotals totals = new FleetTotals();
    StringWriter out = new StringWriter();
    OutputTarget target = new OutputTarget(out, Paint.NONE, Annex.NONE);
    VerdictSink sink = format.open(target, verdicts.of("erp-acme-prod").asOf());
    for (String name : List.of("erp-acme-prod", "legacy-crm")) {
      sink.accept(verdicts.judged(name));
      totals.add(verdicts.of(name));
    }
    sink.finish(new RunSummary(totals, List.of()));

    GoldenFile.assertSame("two-machines." + format.id(), out.toString());
  }
}
