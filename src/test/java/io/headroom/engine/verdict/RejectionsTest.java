package io.headroom.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.engine.candidate.Candidate;
import io.headroom.engine.candidate.SearchResult;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Refusal;
import io.headroom.model.verdict.Rejection;
import io.headroom.testing.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Held against a recommendation of 50 USD a month. */
class RejectionsTest {

  private static final MonthlyPrice REFERENCE = usd(50);

  private static MonthlyPrice usd(double amount) {
    return new MonthlyPrice(BigDecimal.valueOf(amount), Types.USD);
  }

  private static Rejection rejection(String name, double price) {
    return new Rejection(name, usd(price), new Refusal.BelowHalf("memory"));
  }

  private static Candidate fit(String name, double price) {
    return new Candidate(
        Types.ec2(name, 2, 8192).unpriced(),
        usd(price),
        Optional.empty(),
        new PerformanceRisk(0, Optional.empty()));
  }

  private static SearchResult found(List<Candidate> fits, Rejection... rejections) {
    return new SearchResult(fits, List.of(rejections), new TreeMap<>(), /* stepLimited= */ false);
  }

  private static List<String> texts(
      SearchResult result, List<Candidate> tooLittle, double listPrice) {
    return Rejections.cheaperThan(
            REFERENCE, result, tooLittle, Optional.of(usd(52)), candidate -> usd(listPrice))
        .stream()
        .map(
            rejection ->
                rejection.instanceType()
                    + " "
                    + rejection.price().rounded()
                    + " "
                    + rejection.refusal().text())
        .toList();
  }

  @Test
  void onlyCheaperTypesAreNamedNearestPriceFirstThenByName() {
    SearchResult result =
        found(
            List.of(),
            rejection("a.cheap", 10),
            rejection("c.near", 49.99),
            rejection("b.near", 49.99),
            rejection("equal", 50),
            rejection("dearer", 51));
    assertThat(texts(result, List.of(), 0))
        .containsExactly(
            "b.near 49.99 below half of present memory",
            "c.near 49.99 below half of present memory",
            "a.cheap 10.00 below half of present memory");
  }

  @Test
  void aTypeThatItsSurplusMakesDearerIsNamedAtItsListPrice() {
    assertThat(texts(found(List.of(fit("t3.large", 50))), List.of(), 40))
        .containsExactly("t3.large 40.00 with surplus credits 50.00 USD a month");
    assertThat(texts(found(List.of(fit("t3.large", 49))), List.of(), 40)).isEmpty();
    assertThat(texts(found(List.of(fit("t3.large", 60))), List.of(), 50)).isEmpty();
  }

  @Test
  void whatSavesTooLittleIsNamedWithWhatItSaves() {
    assertThat(texts(found(List.of()), List.of(fit("m5a.large", 49.5)), 0))
        .containsExactly("m5a.large 49.50 saves too little: 2.50 USD a month");
  }
}
