package io.headroom.engine.replay;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.unit.MonthlyPrice;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a type that bursts was asked for more than it can sustain and had saved.
 *
 * @param mode credit mode of EC2; absent for a shared core of GCE, which has no credits
 * @param judged the time that is judged: with credits, what was observed after the first 24 hours
 * @param exhausted the part of it with credits exhausted: in standard mode work was held back, in
 *     unlimited mode surplus credits were owed, on a shared core more than the sustained part was
 *     asked for
 * @param surplus what surplus credits cost a month; absent unless the mode is unlimited
 */
public record BurstOutcome(
    Optional<CreditMode> mode,
    Duration judged,
    Duration exhausted,
    Optional<MonthlyPrice> surplus) {}
