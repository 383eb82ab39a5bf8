package io.headroom.store.recommendation;

import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.ledger.recommendation.Repetition;
import io.headroom.ledger.recommendation.Standing;
import io.headroom.store.sql.Columns;
import io.headroom.store.sql.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of recommendations. */
final class RecommendationRows {

  private RecommendationRows() {}

  static Optional<Recommendation> find(Handle handle, String id, String lock) {
    return handle
        .createQuery("SELECT * FROM recommendation WHERE id = :id" + lock)
        .bind("id", id)
        .map(RecommendationRows::recommendation)
        .findOne();
  }

  static Recommendation recommendation(ResultSet row, StatementContext context)
      throws SQLException {
    return new Recommendation(
        row.getString("id"),
        FactColumns.facts(row),
        new Standing(
            Columns.constant(RecommendationState.class, row.getString("state")),
            Times.of(row, "state_since"),
            row.getString("state_actor"),
            row.getString("state_reason"),
            Times.optional(row, "state_until")),
        new Repetition(
            row.getString("first_run_id"),
            row.getString("last_run_id"),
            row.getInt("runs_in_a_row"),
            Times.of(row, "same_since")),
        Columns.text(row, "replaces"),
        String.valueOf(row.getLong("revision")));
  }
}
