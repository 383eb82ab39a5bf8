package io.headroom.ledger.delivery;

/**
 * Something that somebody is about to deliver.
 *
 * @param id stays the same over all attempts, so that the receiver can tell a repetition
 * @param attempt 1 for the first
 * @param epoch counts who had it; whoever has a lower one can change nothing any more
 */
public record Delivery(String id, Parcel parcel, int attempt, long epoch) {}
