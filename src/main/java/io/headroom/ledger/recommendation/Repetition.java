package io.headroom.ledger.recommendation;

import java.time.Instant;

/**
 * For how long the answer has been the same.
 *
 * @param firstRunId the run that gave this answer first
 * @param lastRunId the last run that gave it
 * @param runsInARow how many runs in a row gave it, 1 or more; a policy may ask for several
 * @param since when the first of them was over
 */
public record Repetition(String firstRunId, String lastRunId, int runsInARow, Instant since) {}
