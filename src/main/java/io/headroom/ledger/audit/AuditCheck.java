package io.headroom.ledger.audit;

import java.util.Optional;

/**
 * What a check of the log found.
 *
 * @param entries how many entries there are
 * @param headHash hash of the last one; kept elsewhere, it shows a log that was rewritten as a
 *     whole
 * @param broken the first place where the log is not what was written
 */
public record AuditCheck(long entries, String headHash, Optional<Break> broken) {

  /**
   * A place where the log is not what was written.
   *
   * @param number number the entry should have
   * @param reason what is wrong there, without a full stop
   */
  public record Break(long number, String reason) {}

  /** Whether nothing is wrong. */
  public boolean isIntact() {
    return broken.isEmpty();
  }
}
