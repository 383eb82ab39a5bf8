package io.headroom.ledger.recommendation;

import io.headroom.ledger.content.Content;

/**
 * What a run found of one machine, before the run is over.
 *
 * @param evidence the verdict with all it was concluded from, as the report writes it
 */
public record Draft(Facts facts, Content evidence) {}
