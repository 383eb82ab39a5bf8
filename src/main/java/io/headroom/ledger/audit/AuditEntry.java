package io.headroom.ledger.audit;

/**
 * An event in its place in the log.
 *
 * @param number 1 for the first, and so on without a hole
 * @param previousHash hash of the entry before; that of the first is 64 zeros
 * @param hash SHA-256 over the previous hash, the number and the event, in 64 hexadecimal digits
 */
public record AuditEntry(long number, AuditEvent event, String previousHash, String hash) {

  /** What stands for the hash before the first entry. */
  public static final String BEFORE_FIRST = "0".repeat(64);

  /** Returns the entry that follows another. */
  public static AuditEntry following(long number, String previousHash, AuditEvent event) {
    return new AuditEntry(number, event, previousHash, AuditHash.of(previousHash, number, event));
  }

  /** Whether the hash is that of what the entry says. */
  public boolean isIntact() {
    return hash.equals(AuditHash.of(previousHash, number, event));
  }
}
