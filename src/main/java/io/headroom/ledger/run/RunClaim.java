package io.headroom.ledger.run;

/**
 * The right to carry out a run. It is lost when somebody takes the run over.
 *
 * @param epoch counts who had the run; whoever has a lower one can change nothing any more
 */
public record RunClaim(String runId, long epoch) {}
