package io.headroom.executor.plan;

import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.verdict.Verdict;

/** A verdict with how its policy wants it carried out. */
public record Proposal(Verdict verdict, ExecutionRule rule) {}
