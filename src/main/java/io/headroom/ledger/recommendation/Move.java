package io.headroom.ledger.recommendation;

import java.util.Optional;

/**
 * A change of state that somebody wants.
 *
 * @param etag etag of the recommendation as whoever wants it saw it; absent to change whatever is
 *     there
 */
public record Move(String recommendationId, Standing to, Optional<String> etag) {}
