package io.headroom.ledger.recommendation;

import io.headroom.model.machine.Placement;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What recommendations are looked for and put in order by; the whole is in the evidence.
 *
 * @param name the name people gave the machine; may be empty
 * @param policy name of the policy, empty if none is for the machine
 * @param currentType the type it has
 * @param recommendedType the type it should have; absent if it should stay as it is
 * @param workers how many workers it should have on the recommended type, or on the one it has if
 *     it stays
 * @param saving what the recommendation saves a month, negative if it costs more; absent if there
 *     is none or no price
 * @param risk performance risk of the recommended type, or of staying; absent if nothing is known
 * @param asOf end of the look-back window
 */
public record Facts(
    String instanceId,
    String name,
    Placement placement,
    String policy,
    Finding finding,
    String currentType,
    Optional<String> recommendedType,
    Optional<Integer> workers,
    Optional<MonthlySaving> saving,
    Optional<PerformanceRisk> risk,
    Instant asOf) {

  /** Returns the facts of a verdict. */
  public static Facts of(Verdict verdict) {
    Optional<Option> recommended = verdict.recommended();
    return new Facts(
        verdict.instance().id(),
        verdict.instance().name(),
        verdict.instance().placement(),
        verdict.policy(),
        verdict.finding(),
        verdict.current().instanceType(),
        recommended.map(Option::instanceType),
        recommended
            .flatMap(Option::workers)
            .or(verdict::workers)
            .map(advice -> advice.recommended()),
        recommended.flatMap(Option::saving),
        recommended.map(Option::risk).or(() -> verdict.current().risk()),
        verdict.asOf());
  }

  /**
   * Whether both say the same of the machine: the same finding, and the same change from the same
   * type to the same type and worker count. Prices and dates may differ.
   */
  public boolean sameAnswerAs(Facts other) {
    return instanceId.equals(other.instanceId)
        && finding == other.finding
        && currentType.equals(other.currentType)
        && recommendedType.equals(other.recommendedType)
        && workers.equals(other.workers);
  }
}
