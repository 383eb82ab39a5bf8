package io.headroom.model.policy;

import io.headroom.model.unit.Share;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which types may be recommended at all.
 *
 * @param categories EC2 family letters, beside the machine's own
 * @param series GCE series, beside the machine's own
 * @param architectureChange whether another instruction set may be recommended
 * @param flex whether EC2 {@code -flex} types may be recommended
 * @param customShapes whether GCE custom machine types may be recommended
 * @param burst about burstable types
 * @param priceTolerance how much dearer than the cheapest a newer generation may be
 */
public record CandidateRule(
    SortedSet<String> categories,
    SortedSet<String> series,
    boolean architectureChange,
    boolean flex,
    boolean customShapes,
    BurstRule burst,
    Share priceTolerance) {

  /** Copies the sets. */
  public CandidateRule {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    series = Collections.unmodifiableSortedSet(new TreeSet<>(series));
  }
}
