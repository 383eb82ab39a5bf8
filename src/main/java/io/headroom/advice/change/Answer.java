package io.headroom.advice.change;

import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import java.util.Optional;

/**
 * What a run said of a machine, as far as the next is compared with it.
 *
 * @param name the name people gave it, else its id
 * @param currentType the type it has
 * @param recommendedType the type it should have; absent if it should stay as it is
 * @param workers web workers it should have, if it has any
 * @param saving what the recommendation saves a month, negative if it costs more
 */
public record Answer(
    String instanceId,
    String name,
    Finding finding,
    String currentType,
    Optional<String> recommendedType,
    Optional<Integer> workers,
    Optional<MonthlySaving> saving) {

  /** Whether both recommend the same change. */
  boolean sameChangeAs(Answer other) {
    return currentType.equals(other.currentType)
        && recommendedType.equals(other.recommendedType)
        && workers.equals(other.workers);
  }
}
