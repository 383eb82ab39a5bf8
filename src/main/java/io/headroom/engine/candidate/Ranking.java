package io.headroom.engine.candidate;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of types that fit: by price; but among those within the price tolerance of the
 * cheapest, the newer generation first. Equal prices are ordered by risk, then by closeness to the
 * present type, then by name, so that the order never depends on the input's.
 */
final class Ranking {

  private final InstanceType present;
  private final Share tolerance;

  Ranking(InstanceType present, Share tolerance) {
    this.present = present;
    this.tolerance = tolerance;
  }

  List<Candidate> ranked(List<Candidate> fits) {
    if (fits.isEmpty()) {
      return List.of();
    }
    MonthlyPrice limit =
        limit(fits.stream().map(Candidate::price).min(Comparator.naturalOrder()).orElseThrow());
    Comparator<Candidate> byPrice =
        Comparator.comparing(Candidate::price)
            .thenComparing(Candidate::risk)
            .thenComparing(candidate -> distance(candidate.type()))
            .thenComparing(candidate -> candidate.type().name());
    List<Candidate> cheapest = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    for (Candidate fit : fits) {
      (fit.price().compareTo(limit) <= 0 ? cheapest : others).add(fit);
    }
    cheapest.sort(
        Comparator.<Candidate>comparingInt(candidate -> -candidate.type().generation())
            .thenComparing(byPrice));
    others.sort(byPrice);
    cheapest.addAll(others);
    return List.copyOf(cheapest);
  }

  /** Returns the highest price that counts as equal to {@code cheapest}. */
  MonthlyPrice limit(MonthlyPrice cheapest) {
    return cheapest.scaled(BigDecimal.ONE.add(BigDecimal.valueOf(tolerance.fraction())));
  }

  /**
   * How far a type is from the present one: another family counts 1, another series or category 1
   * more, then doublings of vCPUs and memory.
   */
  private double distance(InstanceType type) {
    double family = type.family().equals(present.family()) ? 0 : 1;
    double category = type.category().equals(present.category()) ? 0 : 1;
    // families weigh more than any difference in size
    return (family + category) * 1000
        + doublings(type.vcpus().value(), present.vcpus().value())
        + doublings(type.memory().value(), present.memory().value());
  }

  private static double doublings(double one, double other) {
    return Math.abs(Math.log(one / other) / Math.log(2));
  }
}
