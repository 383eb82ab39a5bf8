package io.headroom.store.recommendation;

import io.headroom.ledger.recommendation.RecommendationTotals;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.store.sql.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what recommendations save and cost. The rank of a saving is the saving, negative. */
final class TotalsReader {

  static final String SELECT =
      """
      SELECT finding, saving_currency, COUNT(*) AS many,
        SUM(CASE WHEN saving_rank < 0 THEN -saving_rank ELSE 0 END) AS saving,
        SUM(CASE WHEN saving_rank > 0 THEN -saving_rank ELSE 0 END) AS growth
      FROM recommendation""";
  static final String GROUP_BY = " GROUP BY finding, saving_currency";

  private final Map<Finding, Long> findings = new EnumMap<>(Finding.class);
  private final SortedMap<String, BigDecimal> saving = new TreeMap<>();
  private final SortedMap<String, BigDecimal> growth = new TreeMap<>();

  /** A finding in a currency; without one if there is no saving. */
  record Row(
      Finding finding,
      Optional<String> currency,
      long many,
      BigDecimal saving,
      BigDecimal growth) {}

  static Row row(ResultSet row) throws SQLException {
    return new Row(
        Columns.constant(Finding.class, row.getString("finding")),
        Columns.text(row, "saving_currency"),
        row.getLong("many"),
        row.getBigDecimal("saving"),
        row.getBigDecimal("growth"));
  }

  void add(Row row) {
    findings.merge(row.finding(), row.many(), Long::sum);
    row.currency()
        .ifPresent(
            code -> {
              saving.merge(code, row.saving(), BigDecimal::add);
              growth.merge(code, row.growth(), BigDecimal::add);
            });
  }

  RecommendationTotals totals() {
    return new RecommendationTotals(findings, sums(saving), sums(growth));
  }

  private static List<MonthlySaving> sums(SortedMap<String, BigDecimal> byCurrency) {
    return byCurrency.entrySet().stream()
        .map(one -> new MonthlySaving(one.getValue(), Currency.getInstance(one.getKey())))
        .toList();
  }
}
