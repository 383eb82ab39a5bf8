package io.headroom.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.ledger.recommendation.Facts;
import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.ledger.recommendation.Repetition;
import io.headroom.ledger.recommendation.Standing;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.policy.PolicySource;
import io.headroom.policy.file.PolicyReader;
import io.headroom.testing.Judged;
import io.headroom.testing.Machines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersistenceGateTest {

  private static final Instant SINCE = Instant.parse("2026-11-24T00:00:00Z");
  private static final ExecutionRule THREE_RUNS =
      PolicyReader.read(
              "three.yaml",
              "{kind: Policy, name: three, execution: {same_answers: 3}}"
                  .getBytes(StandardCharsets.UTF_8))
          .execution();

  @Test
  void opensAfterAsManyRunsAsThePolicyAsksFor() {
    assertThat(PersistenceGate.isOpen(given(2, RecommendationState.ACTIVE), THREE_RUNS)).isFalse();
    assertThat(PersistenceGate.runsToGo(given(1, RecommendationState.ACTIVE), THREE_RUNS))
        .isEqualTo(2);
    assertThat(PersistenceGate.isOpen(given(3, RecommendationState.ACTIVE), THREE_RUNS)).isTrue();
    assertThat(PersistenceGate.runsToGo(given(9, RecommendationState.ACTIVE), THREE_RUNS)).isZero();
  }

  @Test
  void theDefaultPolicyAsksForOneRun() {
    ExecutionRule rule = new PolicySource(Path.of("")).load("peak-plus-half").execution();
    assertThat(PersistenceGate.isOpen(given(1, RecommendationState.ACTIVE), rule)).isTrue();
  }

  @Test
  void isShutForWhatNobodyWantsOrSomebodyHas() {
    for (RecommendationState state : RecommendationState.values()) {
      assertThat(PersistenceGate.isOpen(given(3, state), THREE_RUNS))
          .as("%s", state)
          .isEqualTo(state == RecommendationState.ACTIVE);
    }
  }

  private static Recommendation given(int runs, RecommendationState state) {
    Facts facts = Facts.of(Judged.of(Machines.ec2("m5.2xlarge")).cpu(1).memory(4000).verdict());
    assertThat(facts.recommendedType()).isPresent();
    Optional<Instant> until =
        state == RecommendationState.SNOOZED ? Optional.of(SINCE) : Optional.empty();
    return new Recommendation(
        "rec-1",
        facts,
        new Standing(state, SINCE, "me", "", until),
        new Repetition("run-1", "run-" + runs, runs, SINCE),
        Optional.empty(),
        "1");
  }
}
