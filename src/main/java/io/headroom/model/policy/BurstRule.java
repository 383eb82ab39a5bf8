package io.headroom.model.policy;

import io.headroom.model.machine.CreditMode;

/**
 * Whether a machine may become burstable, and how.
 *
 * @param allowed whether burst types are candidates for a machine that is not burstable now
 * @param mode the credit mode assumed for a candidate where the machine's own mode is not known
 */
public record BurstRule(boolean allowed, CreditMode mode) {}
