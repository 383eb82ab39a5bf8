package io.headroom.report.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.Adviser;
import io.headroom.advice.SizeComparison;
import io.headroom.advice.WhatIf;
import io.headroom.catalog.Catalogs;
import io.headroom.model.machine.Observation;
import io.headroom.policy.PolicySet;
import io.headroom.policy.file.ShippedPolicies;
import io.headroom.report.OutputFormat;
import io.headroom.testing.HtmlPages;
import io.headroom.testing.JudgedMachines;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfHtmlTest {

  @Test
  void showsTheSizesSideBySide() throws Exception {
    String page = page(JudgedMachines.working(Machines.ec2("m5.xlarge").name("<erp> & co")));

    HtmlPages.parsed(page);
    assertThat(page)
        .contains("<h1><bdi>&lt;erp&gt; &amp; co</bdi></h1>")
        .contains("just below average", "current", "recommended")
        .contains("id=\"days-cpu\"", "id=\"days-memory\"", "id=\"bars-wait\"", "id=\"bars-price\"");
  }

  @Test
  void saysNothingOfMemoryThatWasNotRecorded() throws IOException {
    String page = page(Machines.observed(Machines.ec2("m5.xlarge"), Samples.cpuVcpus(42).flat(1)));

    assertThat(page).doesNotContain("days-memory").doesNotContain("bars-memory");
    assertThat(page).contains("not recorded");
  }

  @Test
  void countsInWordsTheDaysThatASizeIsTooSmallFor() throws IOException {
    String page = page(JudgedMachines.working(Machines.ec2("m5.xlarge")));

    // 1.6 vCPU on one day, 0.8 on all others
    assertThat(page).contains("m5.xlarge has 4 vCPU, too little on 0 of 42 days.");
  }

  private static String page(Observation machine) throws IOException {
    Adviser adviser =
        new Adviser(
            new PolicySet(List.of(ShippedPolicies.load("peak-plus-half"))),
            Catalogs.bundled(),
            Machines.AS_OF);
    SizeComparison comparison = new WhatIf(adviser).compare(machine, List.of());
    StringWriter out = new StringWriter();
    WhatIfDocument.write(comparison, OutputFormat.HTML, TextPictures.NONE, out);
    return out.toString();
  }
}
