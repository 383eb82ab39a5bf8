package io.headroom.model.resize;

/**
 * A recommended change that a plan leaves out.
 *
 * @param goal the recommended type
 * @param reason why, in words, without a full stop
 */
public record HeldBack(MachineRef machine, String from, String goal, String reason) {}
