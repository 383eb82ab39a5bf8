package io.headroom.terraform.proposal;

import io.headroom.terraform.variables.FileHash;
import io.headroom.terraform.variables.VariablesFile;
import io.headroom.terraform.variables.VariablesWriter;

/**
 * A proposal and the file it is for.
 *
 * @param before what the file holds
 * @param text what it should hold; to the byte what it holds if no machine changes
 */
public record VariablesUpdate(Proposal proposal, VariablesFile.Content before, String text) {

  /** Returns the update of a file with this content. */
  public static VariablesUpdate of(Proposal proposal, VariablesFile.Content before) {
    boolean same = proposal.changes().isEmpty() && !before.text().isEmpty();
    return new VariablesUpdate(
        proposal, before, same ? before.text() : VariablesWriter.text(proposal.after()));
  }

  /** Whether the file would be another. */
  public boolean isChange() {
    return !text.equals(before.text());
  }

  /**
   * Writes the file, if it would be another.
   *
   * @return its hash then
   * @throws io.headroom.terraform.variables.StaleVariablesException if it is not what it was any
   *     more; it stays as it is
   */
  public FileHash write(VariablesFile file) {
    return isChange() ? file.replace(before.hash(), text) : before.hash();
  }
}
