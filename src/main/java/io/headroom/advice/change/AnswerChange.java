package io.headroom.advice.change;

import java.util.Comparator;
import java.util.Optional;

/**
 * What is different about a machine.
 *
 * @param before what the run before said; absent if it did not know the machine
 * @param after what this run says; absent if the machine is gone
 */
public record AnswerChange(ChangeKind kind, Optional<Answer> before, Optional<Answer> after)
    implements Comparable<AnswerChange> {

  private static final Comparator<AnswerChange> ORDER =
      Comparator.<AnswerChange, ChangeKind>comparing(change -> change.kind())
          .thenComparing(change -> change.machine().name())
          .thenComparing(change -> change.machine().instanceId());

  /** Returns what is different between two answers, if it is worth telling. */
  static Optional<AnswerChange> between(Optional<Answer> before, Optional<Answer> after) {
    return kind(before, after).map(kind -> new AnswerChange(kind, before, after));
  }

  private static Optional<ChangeKind> kind(Optional<Answer> before, Optional<Answer> after) {
    if (after.isEmpty()) {
      return Optional.of(ChangeKind.GONE);
    }
    boolean had = before.flatMap(Answer::recommendedType).isPresent();
    Answer now = after.get();
    if (now.recommendedType().isPresent()) {
      boolean isSame = before.filter(now::sameChangeAs).isPresent();
      return isSame ? Optional.empty() : Optional.of(had ? ChangeKind.CHANGED : ChangeKind.NEW);
    }
    if (before.isPresent() && before.get().finding() == now.finding()) {
      return had ? Optional.of(ChangeKind.RESOLVED) : Optional.empty();
    }
    return switch (now.finding()) {
      case INSUFFICIENT_DATA -> before.map(then -> ChangeKind.UNDECIDED);
      case EXCLUDED -> before.map(then -> ChangeKind.EXCLUDED);
      case UNDER_PROVISIONED, IDLE, OVER_PROVISIONED, OPTIMIZED ->
          had ? Optional.of(ChangeKind.RESOLVED) : Optional.empty();
    };
  }

  /** Returns the machine as it was last known. */
  public Answer machine() {
    return after.or(() -> before).orElseThrow();
  }

  @Override
  public int compareTo(AnswerChange other) {
    return ORDER.compare(this, other);
  }
}
