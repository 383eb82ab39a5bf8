package io.headroom.ledger.policy;

import java.time.Instant;

/**
 * The text of a policy as somebody wrote it at a time. It never changes.
 *
 * @param number 1 for the first text of that name, and so on
 * @param hash SHA-256 of the text, 64 hexadecimal digits
 * @param author who wrote it
 */
public record PolicyVersion(
    String name, int number, String text, String hash, String author, Instant writtenAt) {}
