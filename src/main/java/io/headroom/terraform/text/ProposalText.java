package io.headroom.terraform.text;

import io.headroom.report.PlainText;
import io.headroom.terraform.proposal.EntryChange;
import io.headroom.terraform.proposal.Proposal;
import io.headroom.terraform.variables.SizedInstance;
import java.util.stream.Collectors;

/** The changes of a proposal for a terminal, with the signs of Terraform's plan. */
public final class ProposalText {

  private ProposalText() {}

  /** Returns a line or two for each change, and what they come to. */
  public static String of(Proposal proposal) {
    StringBuilder text = new StringBuilder();
    for (EntryChange change : proposal.changes()) {
      text.append("  ")
          .append(sign(change.kind()))
          .append(' ')
          .append(PlainText.forTerminal(change.key()))
          .append("  ")
          .append(values(change))
          .append('\n');
      change
          .after()
          .map(SizedInstance::reason)
          .filter(reason -> !reason.isEmpty())
          .ifPresent(
              reason -> text.append("      ").append(PlainText.forTerminal(reason)).append('\n'));
    }
    return text.append(summary(proposal)).append('\n').toString();
  }

  private static String values(EntryChange change) {
    boolean removed = change.kind() == EntryChange.Kind.REMOVED;
    return SizeWords.of(change).stream()
        .filter(SizeWords.Value::isChanged)
        .map(
            value ->
                value.name()
                    + " "
                    + PlainText.forTerminal(removed ? value.before() : value.shown(" -> ")))
        .collect(Collectors.joining(", "));
  }

  static char sign(EntryChange.Kind kind) {
    return switch (kind) {
      case ADDED -> '+';
      case CHANGED -> '~';
      case REMOVED -> '-';
    };
  }

  /** Returns {@code Variables: 1 to add, 2 to change, 0 to remove, 11 unchanged}. */
  public static String summary(Proposal proposal) {
    long added = proposal.count(EntryChange.Kind.ADDED);
    long changed = proposal.count(EntryChange.Kind.CHANGED);
    return "Variables: "
        + added
        + " to add, "
        + changed
        + " to change, "
        + proposal.count(EntryChange.Kind.REMOVED)
        + " to remove, "
        + (proposal.after().instances().size() - added - changed)
        + " unchanged";
  }
}
