package io.headroom.store.recommendation;

import io.headroom.ledger.recommendation.Facts;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.store.recommendation.Drafts.Kept;
import io.headroom.store.sql.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts what a run has prepared in the place of what was there, in the transaction that ends it. */
public final class Publication {

  private static final int AT_ONCE = 500;
  private static final String REFRESH =
      "UPDATE recommendation SET "
          + FactColumns.assignments()
          + ", "
          + RankColumns.FACT_ASSIGNMENTS
          + ", evidence_key = :evidence, last_run_id = :run, runs_in_a_row = runs_in_a_row + 1,"
          + " revision = revision + 1 WHERE id = :id";
  private static final String INSERT =
      "INSERT INTO recommendation (id, open_instance, is_open, state, state_since, state_actor,"
          + " state_reason, first_run_id, last_run_id, runs_in_a_row, same_since, replaces,"
          + " revision, evidence_key, "
          + FactColumns.list("")
          + ", "
          + RankColumns.NAMES
          + ") VALUES (:id, :instance_id, TRUE, 'ACTIVE', :at, :actor, '', :run, :run, 1, :at,"
          + " :replaces, 1, :evidence, "
          + FactColumns.list(":")
          + ", "
          + RankColumns.VALUES
          + ")";

  private final Handle handle;
  private final String runId;
  private final Instant at;

  private Publication(Handle handle, String runId, Instant at) {
    this.handle = handle;
    this.runId = runId;
    this.at = at;
  }

  private record Open(String id, RecommendationState state, Facts facts, long evidence) {}

  private record Refreshed(Open before, Kept draft) {}

  private record Added(Optional<Open> before, Kept draft) {}

  /**
   * Publishes the drafts of a run.
   *
   * @param at when the run was over
   */
  public static void publish(Handle handle, String runId, Instant at) {
    Snoozes.wake(handle, at);
    Publication publication = new Publication(handle, runId, at);
    List<Kept> drafts = Drafts.after(handle, runId, "", AT_ONCE);
    while (!drafts.isEmpty()) {
      publication.publish(drafts);
      String last = drafts.get(drafts.size() - 1).facts().instanceId();
      drafts = Drafts.after(handle, runId, last, AT_ONCE);
    }
    publication.supersedeThoseOfGoneMachines();
    Drafts.removeRows(handle, runId);
  }

  private void publish(List<Kept> drafts) {
    Map<String, Open> open = open(drafts);
    List<Refreshed> refreshed = new ArrayList<>();
    List<Added> added = new ArrayList<>();
    List<Long> evidence = new ArrayList<>();
    for (Kept draft : drafts) {
      Optional<Open> before = Optional.ofNullable(open.get(draft.facts().instanceId()));
      if (before.filter(one -> one.state() == RecommendationState.CLAIMED).isPresent()) {
        evidence.add(draft.evidence());
      } else if (before.filter(one -> one.facts().sameAnswerAs(draft.facts())).isPresent()) {
        refreshed.add(new Refreshed(before.get(), draft));
        evidence.add(before.get().evidence());
      } else {
        added.add(new Added(before, draft));
      }
    }
    refresh(refreshed);
    supersede(added.stream().flatMap(one -> one.before().stream()).toList());
    add(added);
    forget(evidence);
  }

  private Map<String, Open> open(List<Kept> drafts) {
    Map<String, Open> open = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT * FROM recommendation
            WHERE open_instance BETWEEN :first AND :last FOR UPDATE""")
        .bind("first", drafts.get(0).facts().instanceId())
        .bind("last", drafts.get(drafts.size() - 1).facts().instanceId())
        .map(
            (row, context) ->
                new Open(
                    row.getString("id"),
                    RecommendationState.valueOf(row.getString("state")),
                    FactColumns.facts(row),
                    row.getLong("evidence_key")))
        .forEach(one -> open.put(one.facts().instanceId(), one));
    return open;
  }

  private void refresh(List<Refreshed> refreshed) {
    if (refreshed.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(REFRESH);
    for (Refreshed one : refreshed) {
      Facts facts = one.draft().facts();
      RankColumns.bind(FactColumns.bind(batch, facts), facts)
          .bind("evidence", one.draft().evidence())
          .bind("run", runId)
          .bind("id", one.before().id())
          .add();
    }
    batch.execute();
  }

  private void supersede(List<Open> before) {
    if (before.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE recommendation SET open_instance = NULL, is_open = FALSE, state = 'SUPERSEDED',
              state_since = :at, newest_rank = :newest, state_actor = :actor,
              state_reason = 'another answer', state_until = NULL, revision = revision + 1
            WHERE id = :id""");
    before.forEach(
        one ->
            batch
                .bind("at", at)
                .bind("newest", RankColumns.newest(at))
                .bind("actor", runId)
                .bind("id", one.id())
                .add());
    batch.execute();
  }

  private void add(List<Added> added) {
    if (added.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (Added one : added) {
      Facts facts = one.draft().facts();
      RankColumns.bind(FactColumns.bind(batch, facts), facts)
          .bind("newest_rank", RankColumns.newest(at))
          .bind("id", Ids.of("rec"))
          .bind("at", at)
          .bind("actor", runId)
          .bind("run", runId)
          .bind("replaces", one.before().map(Open::id).orElse(null))
          .bind("evidence", one.draft().evidence())
          .add();
    }
    batch.execute();
  }

  private void forget(List<Long> evidence) {
    if (evidence.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("DELETE FROM evidence WHERE evidence_key = :key");
    evidence.forEach(key -> batch.bind("key", key).add());
    batch.execute();
  }

  private void supersedeThoseOfGoneMachines() {
    handle
        .createUpdate(
            """
            UPDATE recommendation SET open_instance = NULL, is_open = FALSE, state = 'SUPERSEDED',
              state_since = :at, newest_rank = :newest, state_actor = :actor,
              state_reason = 'the machine is gone', state_until = NULL, revision = revision + 1
            WHERE state <> 'CLAIMED' AND open_instance IN
              (SELECT id FROM instance WHERE gone_since IS NOT NULL)""")
        .bind("at", at)
        .bind("newest", RankColumns.newest(at))
        .bind("actor", runId)
        .execute();
  }
}
