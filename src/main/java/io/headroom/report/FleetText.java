package io.headroom.report;

import io.headroom.advice.FleetTotals;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.report.page.FleetView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run adds up to, for the top of a page. */
final class FleetText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private FleetText() {}

  static FleetView view(RunSummary summary, Instant asOf) {
    FleetTotals totals = summary.totals();
    List<String> notes =
        totals.withoutPrice() > 0
            ? List.of(totals.withoutPrice() + " without a price are not in these sums")
            : List.of();
    return new FleetView(
        totals.instances()
            + (totals.instances() == 1 ? " machine" : " machines")
            + ", judged as of "
            + TIME.format(asOf),
        totals.byCurrency().values().stream().map(FleetText::sum).toList(),
        counts(totals),
        notes,
        summary.problems().stream().map(Problem::message).map(PlainText::forTerminal).toList());
  }

  /** Returns the name of a finding's style in a page. */
  static String style(Finding finding) {
    return finding.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<FleetView.Count> counts(FleetTotals totals) {
    List<FleetView.Count> counts = new ArrayList<>();
    for (Finding finding : Finding.values()) {
      int count = totals.count(finding);
      if (count > 0) {
        counts.add(
            new FleetView.Count(
                style(finding),
                FindingWords.of(finding),
                count,
                (double) count / totals.instances()));
      }
    }
    return counts;
  }

  private static FleetView.Sum sum(FleetTotals.Totals sums) {
    return new FleetView.Sum(
        sums.now().currency().getCurrencyCode(),
        Amounts.grouped(sums.now().rounded()),
        Amounts.grouped(sums.saving().rounded()),
        share(sums.saving(), sums.now()) + " of it",
        Amounts.grouped(sums.growth().rounded()),
        sums.growthForHeadroom().isPositive()
            ? Amounts.grouped(sums.growthForHeadroom().rounded()) + " for headroom alone"
            : "");
  }

  private static String share(MonthlySaving part, MonthlyPrice whole) {
    return whole.amount().signum() == 0
        ? "0 %"
        : part.amount()
                .multiply(BigDecimal.valueOf(100))
                .divide(whole.amount(), 0, RoundingMode.HALF_UP)
                .toPlainString()
            + " %";
  }
}
