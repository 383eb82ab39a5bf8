package io.headroom.ledger.request;

/**
 * What a request is known by.
 *
 * @param scope whose request it is and what it asks for: keys of others and of other paths do not
 *     meet
 * @param key what whoever sends it calls it
 * @param fingerprint hash of what is asked: the same key for something else is a mistake
 */
public record RequestKey(String scope, String key, String fingerprint) {}
