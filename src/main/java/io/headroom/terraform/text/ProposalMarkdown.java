package io.headroom.terraform.text;

import io.headroom.report.PlainText;
import io.headroom.terraform.proposal.EntryChange;
import io.headroom.terraform.proposal.Proposal;
import io.headroom.terraform.variables.SizedInstance;
import java.util.List;
import java.util.stream.Collectors;

/** The changes of a proposal in Markdown, for a comment on a pull request. */
public final class ProposalMarkdown {

  private static final String HEAD =
      """
      | | Key | Type | Workers | Background workers | Database memory (MiB) |
      | --- | --- | --- | --- | --- | --- |
      """;

  private ProposalMarkdown() {}

  /** Returns a heading, a table of the changes, the reasons folded up, and the problems. */
  public static String of(Proposal proposal) {
    StringBuilder text = new StringBuilder("### Headroom\n\n");
    text.append(PlainText.forMarkdown(ProposalText.summary(proposal))).append(".\n");
    if (!proposal.changes().isEmpty()) {
      text.append('\n').append(HEAD);
      proposal.changes().forEach(change -> text.append(row(change)));
    }
    List<String> reasons =
        proposal.changes().stream()
            .flatMap(
                change ->
                    change.after().map(SizedInstance::reason).stream()
                        .filter(reason -> !reason.isEmpty())
                        .map(reason -> item(change.key() + ": " + reason)))
            .toList();
    if (!reasons.isEmpty()) {
      text.append("\n<details><summary>Why</summary>\n\n");
      reasons.forEach(text::append);
      text.append("\n</details>\n");
    }
    if (!proposal.problems().isEmpty()) {
      text.append("\nProblems:\n\n");
      proposal.problems().forEach(problem -> text.append(item(problem.message())));
    }
    return text.toString();
  }

  private static String item(String words) {
    return "- " + PlainText.forMarkdown(words) + "\n";
  }

  private static String row(EntryChange change) {
    String cells =
        SizeWords.of(change).stream()
            .map(value -> PlainText.forMarkdown(value.shown(" → ")))
            .collect(Collectors.joining(" | "));
    return "| "
        + PlainText.forMarkdown(Character.toString(ProposalText.sign(change.kind())))
        + " | "
        + PlainText.forMarkdown(change.key())
        + " | "
        + cells
        + " |\n";
  }
}
