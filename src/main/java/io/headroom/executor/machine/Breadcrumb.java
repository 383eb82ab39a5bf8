package io.headroom.executor.machine;

import io.headroom.model.resize.OperationId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The mark that an operation leaves on the machine before it stops it: whoever finds a stopped
 * machine knows who stopped it, what it was and what it was to become, without any database.
 *
 * @param operation whose mark it is
 * @param epoch under which claim it was left
 * @param from the type before
 * @param goal the type it is to get
 * @param since when it was left
 * @param workers counts to run at the next boot, as the host's recipe reads them; empty if none
 */
public record Breadcrumb(
    OperationId operation, long epoch, String from, String goal, Instant since, String workers) {

  /** Keys of its tags, in their order. A GCE label has a dash for the colon. */
  public static final List<String> KEYS =
      List.of(
          "headroom:epoch",
          "headroom:from",
          "headroom:goal",
          "headroom:op",
          "headroom:since",
          "headroom:workers");

  /** Returns the tags; times as epoch seconds, which a GCE label can hold too. */
  public SortedMap<String, String> tags() {
    SortedMap<String, String> tags = new TreeMap<>();
    tags.put("headroom:op", operation.value());
    tags.put("headroom:epoch", Long.toString(epoch));
    tags.put("headroom:from", from);
    tags.put("headroom:goal", goal);
    tags.put("headroom:since", Long.toString(since.getEpochSecond()));
    tags.put("headroom:workers", workers);
    return Collections.unmodifiableSortedMap(tags);
  }

  /** Reads the mark among {@code tags}; nothing if it is not there or somebody damaged it. */
  static Optional<Breadcrumb> read(SortedMap<String, String> tags) {
    if (!tags.containsKey("headroom:op")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Breadcrumb(
              new OperationId(tags.getOrDefault("headroom:op", "")),
              Long.parseLong(tags.getOrDefault("headroom:epoch", "")),
              tags.getOrDefault("headroom:from", ""),
              tags.getOrDefault("headroom:goal", ""),
              Instant.ofEpochSecond(Long.parseLong(tags.getOrDefault("headroom:since", ""))),
              tags.getOrDefault("headroom:workers", "")));
    } catch (IllegalArgumentException | DateTimeException damaged) {
      return Optional.empty();
    }
  }
}
