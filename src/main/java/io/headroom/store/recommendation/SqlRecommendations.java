package io.headroom.store.recommendation;

import io.headroom.ledger.audit.AuditEvent;
import io.headroom.ledger.content.Content;
import io.headroom.ledger.page.InvalidCursorException;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.problem.RefusedChangeException;
import io.headroom.ledger.problem.StaleEntryException;
import io.headroom.ledger.problem.UnknownEntryException;
import io.headroom.ledger.recommendation.Draft;
import io.headroom.ledger.recommendation.Move;
import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationFilter;
import io.headroom.ledger.recommendation.RecommendationOrder;
import io.headroom.ledger.recommendation.RecommendationTotals;
import io.headroom.ledger.recommendation.Recommendations;
import io.headroom.ledger.recommendation.Standing;
import io.headroom.ledger.run.RunClaim;
import io.headroom.store.audit.SqlAuditLog;
import io.headroom.store.sql.Conditions;
import io.headroom.store.sql.Cursor;
import io.headroom.store.sql.Database;
import io.headroom.store.sql.Packed;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The recommendations. */
public final class SqlRecommendations implements Recommendations {

  private final Database database;
  private final SqlAuditLog audit;

  /** Works on a database. */
  public SqlRecommendations(Database database, SqlAuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  /** An entry of a list with what it is put in order by. */
  private record Ranked(Recommendation recommendation, String rank) {}

  @Override
  public void draft(RunClaim claim, List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    database.useTransaction(
        handle -> {
          RunFence.hold(handle, claim);
          Drafts.add(handle, claim.runId(), drafts);
        });
  }

  @Override
  public Optional<Recommendation> find(String id) {
    return database.inTransaction(handle -> RecommendationRows.find(handle, id, ""));
  }

  @Override
  public Optional<Recommendation> open(String instanceId) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT * FROM recommendation WHERE open_instance = :id")
                .bind("id", instanceId)
                .map(RecommendationRows::recommendation)
                .findOne());
  }

  @Override
  public Optional<Content> evidence(String id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT e.packed FROM recommendation r
                    JOIN evidence e ON e.evidence_key = r.evidence_key WHERE r.id = :id""")
                .bind("id", id)
                .map((row, context) -> Content.of(Packed.unpacked(row.getBytes(1))))
                .findOne());
  }

  @Override
  public Page<Recommendation> list(
      RecommendationFilter filter, RecommendationOrder order, PageRequest page) {
    String column = RankColumns.column(order);
    String list = "recommendations-" + order.name().toLowerCase(Locale.ROOT);
    Conditions conditions = FilterConditions.of(filter);
    Cursor.values(page, list, 2).ifPresent(last -> beginAfter(conditions, order, last));
    // is_open comes first where it is the same for all rows, so that an index gives the order
    String open = FilterConditions.isOfOpenOnes(filter) ? "is_open, " : "";
    List<Ranked> found =
        database.inTransaction(
            handle ->
                conditions
                    .bindTo(
                        handle.createQuery(
                            "SELECT * FROM recommendation"
                                + conditions.where()
                                + " ORDER BY "
                                + open
                                + column
                                + ", id LIMIT :limit"))
                    .bind("limit", page.limit() + 1)
                    .map(
                        (row, context) ->
                            new Ranked(
                                RecommendationRows.recommendation(row, context),
                                row.getString(column)))
                    .list());
    return Cursor.page(found, page, list, last -> List.of(last.rank(), last.recommendation().id()))
        .map(Ranked::recommendation);
  }

  private static void beginAfter(
      Conditions conditions, RecommendationOrder order, List<String> last) {
    String column = RankColumns.column(order);
    conditions
        .and(column + " >= :rank", "rank", rank(order, last.get(0)))
        .and("(" + column + " > :rank OR id > :last)", "last", last.get(1));
  }

  private static Object rank(RecommendationOrder order, String text) {
    return switch (order) {
      case SAVING -> decimal(text);
      case NAME -> text;
      case RISK, NEWEST -> Cursor.number(text);
    };
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new InvalidCursorException();
    }
  }

  @Override
  public RecommendationTotals totals(RecommendationFilter filter) {
    Conditions conditions = FilterConditions.of(filter);
    return database.inTransaction(
        handle -> {
          TotalsReader totals = new TotalsReader();
          conditions
              .bindTo(
                  handle.createQuery(
                      TotalsReader.SELECT + conditions.where() + TotalsReader.GROUP_BY))
              .map(SqlRecommendations::total)
              .forEach(totals::add);
          return totals.totals();
        });
  }

  private static TotalsReader.Row total(ResultSet row, StatementContext context)
      throws SQLException {
    return TotalsReader.row(row);
  }

  @Override
  public Recommendation move(Move move) {
    return database.inTransaction(
        handle -> {
          String id = move.recommendationId();
          Recommendation before =
              RecommendationRows.find(handle, id, " FOR UPDATE")
                  .orElseThrow(() -> new UnknownEntryException("recommendation", id));
          requireAllowed(before, move);
          write(handle, id, move.to());
          audit.append(handle, event(before, move.to()));
          return RecommendationRows.find(handle, id, "").orElseThrow();
        });
  }

  private static void requireAllowed(Recommendation before, Move move) {
    if (move.etag().filter(seen -> !seen.equals(before.etag())).isPresent()) {
      throw new StaleEntryException("recommendation", before.id());
    }
    if (!before.standing().state().mayBecome(move.to().state())) {
      throw new RefusedChangeException(
          "Cannot make recommendation "
              + before.id()
              + " "
              + move.to().state()
              + ": it is "
              + before.standing().state());
    }
  }

  private static void write(Handle handle, String id, Standing to) {
    handle
        .createUpdate(
            """
            UPDATE recommendation SET state = :state, state_since = :since, state_actor = :actor,
              state_reason = :reason, state_until = :until, newest_rank = :newest,
              is_open = :open, open_instance = CASE WHEN :open THEN instance_id ELSE NULL END,
              revision = revision + 1
            WHERE id = :id""")
        .bind("state", to.state().name())
        .bind("since", to.since())
        .bind("actor", to.actor())
        .bind("reason", to.reason())
        .bind("until", to.until())
        .bind("newest", RankColumns.newest(to.since()))
        .bind("open", to.state().isOpen())
        .bind("id", id)
        .execute();
  }

  private static AuditEvent event(Recommendation before, Standing to) {
    return new AuditEvent(
        to.since(),
        to.actor(),
        "recommendation." + to.state().name().toLowerCase(Locale.ROOT),
        before.id(),
        to.reason());
  }

  @Override
  public int wake(Instant now) {
    return database.inTransaction(handle -> Snoozes.wake(handle, now));
  }
}
