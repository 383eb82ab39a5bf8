package io.headroom.store.recommendation;

import io.headroom.ledger.recommendation.Draft;
import io.headroom.ledger.recommendation.Facts;
import io.headroom.store.sql.Packed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What a run has prepared and nobody sees yet. */
public final class Drafts {

  private static final String INSERT =
      "INSERT INTO recommendation_draft (run_id, evidence_key, "
          + FactColumns.list("")
          + ") VALUES (:run, :evidence, "
          + FactColumns.list(":")
          + ")";

  private Drafts() {}

  /** A draft as it is kept. */
  record Kept(Facts facts, long evidence) {}

  static void add(Handle handle, String runId, List<Draft> drafts) {
    Map<String, Draft> lastOfEach = new LinkedHashMap<>();
    drafts.forEach(draft -> lastOfEach.put(draft.facts().instanceId(), draft));
    List<Draft> kept = List.copyOf(lastOfEach.values());
    removeThose(handle, runId, kept);
    PreparedBatch packed = handle.prepareBatch("INSERT INTO evidence (packed) VALUES (:packed)");
    kept.forEach(draft -> packed.bind("packed", Packed.of(draft.evidence().bytes())).add());
    List<Long> keys = packed.executePreparedBatch("evidence_key").mapTo(Long.class).list();
    PreparedBatch rows = handle.prepareBatch(INSERT);
    for (int i = 0; i < kept.size(); i++) {
      FactColumns.bind(rows.bind("run", runId).bind("evidence", keys.get(i)), kept.get(i).facts())
          .add();
    }
    rows.execute();
  }

  private static void removeThose(Handle handle, String runId, List<Draft> drafts) {
    String those = "run_id = :run AND instance_id = :instance";
    PreparedBatch evidence =
        handle.prepareBatch(
            "DELETE FROM evidence WHERE evidence_key IN"
                + " (SELECT evidence_key FROM recommendation_draft WHERE "
                + those
                + ")");
    PreparedBatch rows = handle.prepareBatch("DELETE FROM recommendation_draft WHERE " + those);
    for (Draft draft : drafts) {
      evidence.bind("run", runId).bind("instance", draft.facts().instanceId()).add();
      rows.bind("run", runId).bind("instance", draft.facts().instanceId()).add();
    }
    evidence.execute();
    rows.execute();
  }

  /** Returns drafts by machine, from the one after {@code instanceId} on. */
  static List<Kept> after(Handle handle, String runId, String instanceId, int most) {
    return handle
        .createQuery(
            """
            SELECT * FROM recommendation_draft WHERE run_id = :run AND instance_id > :after
            ORDER BY instance_id LIMIT :most""")
        .bind("run", runId)
        .bind("after", instanceId)
        .bind("most", most)
        .map((row, context) -> new Kept(FactColumns.facts(row), row.getLong("evidence_key")))
        .collect(Collectors.toList());
  }

  /** Drops all drafts of a run with their evidence. */
  public static void drop(Handle handle, String runId) {
    handle
        .createUpdate(
            """
            DELETE FROM evidence WHERE evidence_key IN
              (SELECT evidence_key FROM recommendation_draft WHERE run_id = :run)""")
        .bind("run", runId)
        .execute();
    removeRows(handle, runId);
  }

  static void removeRows(Handle handle, String runId) {
    handle
        .createUpdate("DELETE FROM recommendation_draft WHERE run_id = :run")
        .bind("run", runId)
        .execute();
  }
}
