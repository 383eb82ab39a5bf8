package io.headroom.report.change;

import io.headroom.advice.change.Answer;
import io.headroom.advice.change.AnswerChange;
import io.headroom.advice.change.ChangeKind;
import io.headroom.advice.change.FleetChanges;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.report.Amounts;
import io.headroom.report.FindingWords;
import io.headroom.report.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes as people say them. */
public final class ChangeWords {

  private static final String NOTHING = "–";

  private ChangeWords() {}

  /** Returns the heads of the columns of {@link #cells}. */
  static List<String> headers() {
    return List.of("CHANGE", "INSTANCE", "BEFORE", "NOW", "SAVES/MO");
  }

  /** Returns a change as cells for people, plain text of others made safe. */
  static List<String> cells(AnswerChange change) {
    return List.of(
        of(change.kind()),
        PlainText.forTerminal(change.machine().name()),
        change.before().map(ChangeWords::state).orElse(NOTHING),
        change.after().map(ChangeWords::state).orElse(NOTHING),
        change.after().flatMap(Answer::saving).map(MonthlySaving::toString).orElse(NOTHING));
  }

  private static String state(Answer answer) {
    String type = PlainText.forTerminal(answer.currentType());
    return answer
        .recommendedType()
        .map(
            to ->
                type
                    + " -> "
                    + PlainText.forTerminal(to)
                    + answer.workers().map(count -> ", " + count + " workers").orElse(""))
        .orElseGet(() -> type + ": " + FindingWords.of(answer.finding()));
  }

  /** Returns a kind, such as {@code new}. */
  static String of(ChangeKind kind) {
    return switch (kind) {
      case NEW -> "new";
      case CHANGED -> "changed";
      case RESOLVED -> "resolved";
      case UNDECIDED -> "no verdict any more";
      case EXCLUDED -> "left out";
      case GONE -> "gone";
    };
  }

  /** Returns the title: since when. */
  public static String title(FleetChanges changes) {
    return changes
        .since()
        .map(since -> "Changes from " + since + " to " + changes.asOf())
        .orElseGet(() -> "First report, as of " + changes.asOf());
  }

  /** Returns what it comes to: how many changes of which kind, then a line for each currency. */
  public static List<String> summary(FleetChanges changes) {
    List<String> lines = new ArrayList<>();
    lines.add(machines(changes.machines()) + ": " + counts(changes));
    changes.savings().values().stream()
        .map(
            saving ->
                could(saving)
                    + changes.since().map(since -> ", " + than(saving.delta())).orElse(""))
        .forEach(lines::add);
    int problems = changes.problems().size();
    if (problems > 0) {
      lines.add(problems == 1 ? "1 problem" : problems + " problems");
    }
    return lines;
  }

  private static String machines(int count) {
    return count == 1 ? "1 machine" : count + " machines";
  }

  private static String counts(FleetChanges changes) {
    List<String> counts = new ArrayList<>();
    for (ChangeKind kind : ChangeKind.values()) {
      int count = changes.count(kind);
      if (count > 0) {
        counts.add(count + " " + of(kind));
      }
    }
    return counts.isEmpty() ? "nothing changed" : String.join(", ", counts);
  }

  private static String could(FleetChanges.SavingChange saving) {
    return "could save " + Amounts.shown(saving.after()) + " a month";
  }

  private static String than(MonthlySaving delta) {
    return switch (delta.amount().signum()) {
      case 0 -> "as before";
      case 1 -> Amounts.shown(delta) + " more than before";
      default ->
          Amounts.shown(new MonthlySaving(delta.amount().negate(), delta.currency()))
              + " less than before";
    };
  }

  /** Returns the type recommended before or now, for tables of machines. */
  static String type(Optional<Answer> answer) {
    return answer.flatMap(Answer::recommendedType).orElse("");
  }
}
