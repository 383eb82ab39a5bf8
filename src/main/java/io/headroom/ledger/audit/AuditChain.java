package io.headroom.ledger.audit;

import java.util.Optional;

/**
 * Checks entries one after the other, as they stand in the log, and then against what the log says
 * of its end.
 */
public final class AuditChain {

  private long count;
  private String lastHash = AuditEntry.BEFORE_FIRST;
  private Optional<AuditCheck.Break> first = Optional.empty();

  /** Checks the next entry. After a break further entries are counted only. */
  public void add(AuditEntry entry) {
    if (first.isEmpty()) {
      first = fault(entry).map(reason -> new AuditCheck.Break(count + 1, reason));
    }
    count++;
    lastHash = entry.hash();
  }

  private Optional<String> fault(AuditEntry entry) {
    if (entry.number() != count + 1) {
      return Optional.of("entry " + entry.number() + " stands where " + (count + 1) + " belongs");
    }
    if (!entry.previousHash().equals(lastHash)) {
      return Optional.of("it does not follow the entry before it");
    }
    return entry.isIntact()
        ? Optional.empty()
        : Optional.of("it says something else than its hash");
  }

  /**
   * Returns what was found.
   *
   * @param headNumber number of the last entry, as the log says it
   * @param headHash hash of the last entry, as the log says it
   */
  public AuditCheck check(long headNumber, String headHash) {
    if (first.isEmpty() && (headNumber != count || !headHash.equals(lastHash))) {
      return new AuditCheck(
          count,
          lastHash,
          Optional.of(
              new AuditCheck.Break(
                  Math.min(count, headNumber) + 1,
                  "the log ends with entry " + count + " and should end with " + headNumber)));
    }
    return new AuditCheck(count, lastHash, first);
  }
}
