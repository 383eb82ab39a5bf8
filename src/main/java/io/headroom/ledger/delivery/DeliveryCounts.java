package io.headroom.ledger.delivery;

/**
 * How many parcels there are.
 *
 * @param waiting those to be delivered
 * @param delivered those that were, as far as they are remembered
 * @param givenUp those nobody tries to deliver any more
 */
public record DeliveryCounts(long waiting, long delivered, long givenUp) {}
