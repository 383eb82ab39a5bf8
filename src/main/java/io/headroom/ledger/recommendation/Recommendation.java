package io.headroom.ledger.recommendation;

import java.util.Optional;

/**
 * What a machine should be, or that it should stay as it is.
 *
 * @param facts what the last run says that gave this answer
 * @param replaces id of the recommendation that was open for the machine before this one
 * @param etag changes with every change: of the state, and of what it says
 */
public record Recommendation(
    String id,
    Facts facts,
    Standing standing,
    Repetition repetition,
    Optional<String> replaces,
    String etag) {}
