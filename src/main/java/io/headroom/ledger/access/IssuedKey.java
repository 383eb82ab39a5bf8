package io.headroom.ledger.access;

/**
 * A key that was just made.
 *
 * @param text the key with its secret, which cannot be had again
 */
public record IssuedKey(ApiKey key, KeyText text) {}
