package io.headroom.store.recommendation;

import io.headroom.ledger.recommendation.Facts;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.store.sql.Columns;
import io.headroom.store.sql.Times;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The facts of a recommendation in the columns that drafts and recommendations share. */
final class FactColumns {

  /** Names of the columns; the values are named like them. */
  static final List<String> NAMES =
      List.of(
          "instance_id",
          "name",
          "provider",
          "account",
          "region",
          "zone",
          "policy",
          "finding",
          "current_type",
          "recommended_type",
          "workers",
          "saving_monthly",
          "saving_currency",
          "risk",
          "risk_set_by",
          "as_of");

  private FactColumns() {}

  /** Returns the names with {@code prefix} before each. */
  static String list(String prefix) {
    return NAMES.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
  }

  /** Returns assignments of the values to their columns. */
  static String assignments() {
    return NAMES.stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
  }

  static PreparedBatch bind(PreparedBatch batch, Facts facts) {
    return batch
        .bind("instance_id", facts.instanceId())
        .bind("name", facts.name())
        .bind("provider", facts.placement().provider().name())
        .bind("account", facts.placement().account())
        .bind("region", facts.placement().region())
        .bind("zone", facts.placement().zone().orElse(null))
        .bind("policy", facts.policy())
        .bind("finding", facts.finding().name())
        .bind("current_type", facts.currentType())
        .bind("recommended_type", facts.recommendedType().orElse(null))
        .bind("workers", facts.workers().orElse(null))
        .bind(
            "saving_monthly", facts.saving().map(one -> one.amount().toPlainString()).orElse(null))
        .bind(
            "saving_currency",
            facts.saving().map(one -> one.currency().getCurrencyCode()).orElse(null))
        .bind("risk", facts.risk().map(PerformanceRisk::level).orElse(null))
        .bind("risk_set_by", facts.risk().flatMap(PerformanceRisk::setBy).orElse(null))
        .bind("as_of", facts.asOf());
  }

  static Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        row.getString("instance_id"),
        row.getString("name"),
        new Placement(
            Columns.constant(Provider.class, row.getString("provider")),
            row.getString("account"),
            row.getString("region"),
            Columns.text(row, "zone")),
        row.getString("policy"),
        Columns.constant(Finding.class, row.getString("finding")),
        row.getString("current_type"),
        Columns.text(row, "recommended_type"),
        Columns.number(row, "workers"),
        saving(row),
        risk(row),
        Times.of(row, "as_of"));
  }

  private static Optional<MonthlySaving> saving(ResultSet row) throws SQLException {
    Optional<String> amount = Columns.text(row, "saving_monthly");
    Optional<String> currency = Columns.text(row, "saving_currency");
    return amount.isPresent() && currency.isPresent()
        ? Optional.of(
            new MonthlySaving(new BigDecimal(amount.get()), Currency.getInstance(currency.get())))
        : Optional.empty();
  }

  private static Optional<PerformanceRisk> risk(ResultSet row) throws SQLException {
    Optional<String> setBy = Columns.text(row, "risk_set_by");
    return Columns.number(row, "risk").map(level -> new PerformanceRisk(level, setBy));
  }
}
