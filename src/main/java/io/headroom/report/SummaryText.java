package io.headroom.report;

import io.headroom.advice.FleetTotals;
import io.headroom.model.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run adds up to, in a few lines. */
public final class SummaryText {

  private SummaryText() {}

  /** Returns the lines: counts by finding, then a line for each currency. */
  public static List<String> lines(FleetTotals totals) {
    List<String> lines = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (Finding finding : Finding.values()) {
      if (totals.count(finding) > 0) {
        counts.add(totals.count(finding) + " " + FindingWords.of(finding));
      }
    }
    lines.add(totals.instances() + " instances: " + String.join(", ", counts));
    for (Map.Entry<String, FleetTotals.Totals> entry : totals.byCurrency().entrySet()) {
      lines.add(money(entry.getValue()));
    }
    if (totals.withoutPrice() > 0) {
      lines.add(totals.withoutPrice() + " without a price are not in these sums");
    }
    return lines;
  }

  /** Returns a count of problems in words. */
  static String problems(int count) {
    return count == 1 ? "1 problem" : count + " problems";
  }

  private static String money(FleetTotals.Totals sums) {
    StringBuilder line =
        new StringBuilder("now ")
            .append(Amounts.shown(sums.now()))
            .append(" a month; saves ")
            .append(Amounts.shown(sums.saving()));
    if (sums.growth().isPositive()) {
      line.append(", growth costs ").append(Amounts.shown(sums.growth()));
      if (sums.growthForHeadroom().isPositive()) {
        line.append(" (")
            .append(Amounts.shown(sums.growthForHeadroom()))
            .append(" for headroom alone)");
      }
    }
    return line.toString();
  }
}
