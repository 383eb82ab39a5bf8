package io.headroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.model.verdict.Finding;
import io.headroom.oracle.Cases;
import io.headroom.oracle.Question;
import io.headroom.testing.Seeds;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of machines of the bundled regions, half of them under the default policy, judged by
 * the engine and by the oracle, which tries every type.
 */
@Tag("slow")
class BruteForceIT {

  private static final int MACHINES = 2_000;

  @Test
  void theEngineSaysWhatTheOracleSays() {
    Map<Finding, Integer> seen = new ConcurrentHashMap<>();
    Seeds.forEachInParallel(
        MACHINES,
        random -> {
          Question question = Cases.of(random);
          Comparison comparison = new Comparison(question);
          assertThat(comparison.differences()).isEmpty();
          assertThat(comparison.brokenLaws()).isEmpty();
          seen.merge(comparison.finding(), 1, Integer::sum);
        });
    if (Seeds.isWholeRun()) {
      // a generator that makes only easy machines would prove nothing
      assertThat(seen).containsOnlyKeys(Finding.values());
      assertThat(seen.values()).allMatch(count -> count >= MACHINES / 200);
    }
  }
}
