package io.headroom.batch.delivery;

import io.headroom.advice.change.FleetChanges;
import io.headroom.report.change.ChangeFormat;
import io.headroom.report.change.ChangeWords;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is delivered after a run.
 *
 * @param id the same for every try, and safe as the name of a file
 * @param kind what it is, such as {@code io.headroom.run.finished}
 * @param time when the run was over
 * @param title one line
 * @param summary what it comes to, a few lines
 * @param documents the report by the name of its format
 */
public record Message(
    String id,
    String kind,
    Instant time,
    String title,
    List<String> summary,
    SortedMap<String, String> documents) {

  /** Kind of the message that a run is over. */
  public static final String RUN_FINISHED = "io.headroom.run.finished";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the id has other characters than letters, digits, hyphens
   *     and underscores
   */
  public Message {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "Invalid id of a message; expected letters, digits, - and _, at most 100");
    }
    summary = List.copyOf(summary);
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
  }

  /** Returns the message that a run is over, with what changed in every format for files. */
  public static Message of(String runId, Instant finished, FleetChanges changes) {
    SortedMap<String, String> documents = new TreeMap<>();
    for (ChangeFormat format :
        List.of(ChangeFormat.JSON, ChangeFormat.HTML, ChangeFormat.CSV, ChangeFormat.MD)) {
      documents.put(format.id(), format.text(changes));
    }
    return new Message(
        runId,
        RUN_FINISHED,
        finished,
        ChangeWords.title(changes),
        ChangeWords.summary(changes),
        documents);
  }
}
