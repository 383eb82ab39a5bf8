package io.headroom.advice;

import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the verdicts of a fleet add up to, by currency: there is no exchange rate. Machines without
 * a price add nothing and are counted.
 */
public final class FleetTotals {

  private static final Set<FindingReason> FOR_HEADROOM_ALONE =
      EnumSet.of(FindingReason.CPU_SHORT_OF_HEADROOM, FindingReason.MEMORY_SHORT_OF_HEADROOM);

  private final Map<Finding, Integer> findings = new EnumMap<>(Finding.class);
  private final SortedMap<String, Sums> sums = new TreeMap<>();
  private int instances;
  private int withoutPrice;

  /**
   * Sums of one currency, each a month.
   *
   * @param now what the fleet costs
   * @param saving what the recommendations that are cheaper save
   * @param growth what the recommendations that are dearer cost more
   * @param growthForHeadroom the part of the growth for machines that are short of headroom only
   */
  public record Totals(
      MonthlyPrice now,
      MonthlySaving saving,
      MonthlySaving growth,
      MonthlySaving growthForHeadroom) {}

  /** Adds a verdict. */
  public void add(Verdict verdict) {
    instances++;
    findings.merge(verdict.finding(), 1, Integer::sum);
    Optional<MonthlyPrice> price = verdict.current().price();
    if (price.isEmpty()) {
      withoutPrice++;
      return;
    }
    Sums sum = sums.computeIfAbsent(price.get().currency().getCurrencyCode(), code -> new Sums());
    sum.now = sum.now.add(price.get().amount());
    verdict
        .recommended()
        .flatMap(Option::saving)
        .ifPresent(saving -> sum.add(saving.amount(), isForHeadroomAlone(verdict)));
  }

  private static boolean isForHeadroomAlone(Verdict verdict) {
    return verdict.finding() == Finding.UNDER_PROVISIONED
        && FOR_HEADROOM_ALONE.containsAll(verdict.reasons());
  }

  /** Returns the number of machines. */
  public int instances() {
    return instances;
  }

  /** Returns the number of machines whose present type has no price. */
  public int withoutPrice() {
    return withoutPrice;
  }

  /** Returns the number of machines with that finding. */
  public int count(Finding finding) {
    return findings.getOrDefault(finding, 0);
  }

  /** Returns the sums by currency code. */
  public SortedMap<String, Totals> byCurrency() {
    SortedMap<String, Totals> totals = new TreeMap<>();
    sums.forEach((code, sum) -> totals.put(code, sum.totals(Currency.getInstance(code))));
    return totals;
  }

  /** Sums of one currency in the making. */
  private static final class Sums {
    private BigDecimal now = BigDecimal.ZERO;
    private BigDecimal saving = BigDecimal.ZERO;
    private BigDecimal growth = BigDecimal.ZERO;
    private BigDecimal growthForHeadroom = BigDecimal.ZERO;

    void add(BigDecimal amount, boolean forHeadroomAlone) {
      if (amount.signum() >= 0) {
        saving = saving.add(amount);
      } else {
        growth = growth.subtract(amount);
        if (forHeadroomAlone) {
          growthForHeadroom = growthForHeadroom.subtract(amount);
        }
      }
    }

    Totals totals(Currency currency) {
      return new Totals(
          new MonthlyPrice(now, currency),
          new MonthlySaving(saving, currency),
          new MonthlySaving(growth, currency),
          new MonthlySaving(growthForHeadroom, currency));
    }
  }
}
