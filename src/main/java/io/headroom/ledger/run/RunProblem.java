package io.headroom.ledger.run;

/**
 * Something that went wrong in a run.
 *
 * @param code stable name of the kind of problem, such as {@code unknown_region}
 * @param subject what it is about, such as an instance id
 * @param message what is wrong and what to do, without a full stop
 */
public record RunProblem(String code, String subject, String message) {}
