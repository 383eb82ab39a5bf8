package io.headroom.store.recommendation;

import io.headroom.ledger.recommendation.Facts;
import io.headroom.ledger.recommendation.RecommendationOrder;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.PerformanceRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Columns that put recommendations in order, ascending; what has no value comes last. */
final class RankColumns {

  static final String NAMES = "saving_rank, name_rank, risk_rank, newest_rank";
  static final String VALUES = ":saving_rank, :name_rank, :risk_rank, :newest_rank";
  static final String FACT_ASSIGNMENTS =
      "saving_rank = :saving_rank, name_rank = :name_rank, risk_rank = :risk_rank";

  private static final int DECIMALS = 18;
  private static final String BETWEEN = "\u0001";

  private RankColumns() {}

  static PreparedBatch bind(PreparedBatch batch, Facts facts) {
    return batch
        .bind("saving_rank", saving(facts))
        .bind("name_rank", facts.name() + BETWEEN + facts.instanceId())
        .bind("risk_rank", -facts.risk().map(PerformanceRisk::level).orElse(-1));
  }

  /** What saves nothing stands between what saves and what costs more. */
  private static BigDecimal saving(Facts facts) {
    return facts
        .saving()
        .map(MonthlySaving::amount)
        .orElse(BigDecimal.ZERO)
        .negate()
        .setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  static long newest(Instant since) {
    return -ChronoUnit.MICROS.between(Instant.EPOCH, since);
  }

  static String column(RecommendationOrder order) {
    return switch (order) {
      case SAVING -> "saving_rank";
      case NAME -> "name_rank";
      case RISK -> "risk_rank";
      case NEWEST -> "newest_rank";
    };
  }
}
