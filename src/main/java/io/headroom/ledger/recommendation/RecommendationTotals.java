package io.headroom.ledger.recommendation;

import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What recommendations add up to.
 *
 * @param findings how many there are of each finding; none of those there are none of
 * @param saving what those save a month that are cheaper, one sum for each currency, by its code
 * @param growth what those cost more that are dearer, as a negative saving, likewise
 */
public record RecommendationTotals(
    Map<Finding, Long> findings, List<MonthlySaving> saving, List<MonthlySaving> growth) {

  /** Copies the collections. */
  public RecommendationTotals {
    Map<Finding, Long> inOrder = new EnumMap<>(Finding.class);
    inOrder.putAll(findings);
    findings = Collections.unmodifiableMap(inOrder);
    saving = List.copyOf(saving);
    growth = List.copyOf(growth);
  }

  /** Returns how many recommendations there are. */
  public long count() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }
}
