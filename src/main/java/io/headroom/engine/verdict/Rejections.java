package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Candidate;
import io.headroom.engine.candidate.SearchResult;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Refusal;
import io.headroom.model.verdict.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Why each cheaper type is not the recommendation. */
final class Rejections {

  private static final Comparator<Rejection> NEAREST_PRICE_FIRST =
      Comparator.comparing(Rejection::price).reversed().thenComparing(Rejection::instanceType);

  private Rejections() {}

  /**
   * Returns the types with a list price below {@code reference} that do not do.
   *
   * @param tooLittle types that fit and are cheaper, but not by enough
   * @param listPrice price of a candidate without surplus credits
   */
  static List<Rejection> cheaperThan(
      MonthlyPrice reference,
      SearchResult result,
      List<Candidate> tooLittle,
      Optional<MonthlyPrice> presentPrice,
      Function<Candidate, MonthlyPrice> listPrice) {
    List<Rejection> rejections = new ArrayList<>();
    for (Rejection rejection : result.rejected()) {
      if (rejection.price().compareTo(reference) < 0) {
        rejections.add(rejection);
      }
    }
    for (Candidate fit : result.fits()) {
      MonthlyPrice list = listPrice.apply(fit);
      if (list.compareTo(reference) < 0 && fit.price().compareTo(reference) >= 0) {
        rejections.add(
            new Rejection(fit.type().name(), list, new Refusal.SurplusCredits(fit.price())));
      }
    }
    presentPrice.ifPresent(
        present ->
            tooLittle.forEach(
                fit ->
                    rejections.add(
                        new Rejection(
                            fit.type().name(),
                            fit.price(),
                            new Refusal.SavesTooLittle(present, fit.price())))));
    rejections.sort(NEAREST_PRICE_FIRST);
    return rejections;
  }
}
