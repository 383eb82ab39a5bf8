package io.headroom.http.resource;

import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.PerformanceRisk;
import io.headroom.model.verdict.Verdict;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which verdicts are meant, and in which order.
 *
 * @param finding a finding
 * @param provider {@code aws} or {@code gce}
 * @param account an AWS account or Google project
 * @param region a region
 * @param policy name of a policy
 * @param name a part of the name or the whole id, in upper or lower case
 * @param minSaving least saving of a month, in the currency of the machine
 * @param sort {@code saving} (largest first), {@code name} or {@code risk} (highest first)
 */
record VerdictQuery(
    @QueryParam("finding") @Nullable String finding,
    @QueryParam("provider") @Nullable String provider,
    @QueryParam("account") @Nullable String account,
    @QueryParam("region") @Nullable String region,
    @QueryParam("policy") @Nullable String policy,
    @QueryParam("name") @Nullable String name,
    @QueryParam("min_saving") @Nullable String minSaving,
    @QueryParam("sort") @Nullable String sort) {

  private enum Order {
    SAVING,
    NAME,
    RISK
  }

  /** Returns the name of the order. */
  String order() {
    return byName().name();
  }

  private Order byName() {
    return Query.given(sort)
        .map(text -> Query.constant("sort", text, Order.values()))
        .orElse(Order.SAVING);
  }

  /** Returns the verdicts that are meant, in order. */
  List<Verdict> select(Collection<Verdict> verdicts) {
    Stream<Verdict> meant = verdicts.stream();
    for (Predicate<Verdict> filter : filters()) {
      meant = meant.filter(filter);
    }
    return meant.sorted(comparator()).toList();
  }

  private List<Predicate<Verdict>> filters() {
    return Stream.<Optional<Predicate<Verdict>>>of(
            Query.given(finding)
                .map(text -> Query.constant("finding", text, Finding.values()))
                .map(wanted -> verdict -> verdict.finding() == wanted),
            equal(provider, verdict -> verdict.instance().provider().id()),
            equal(account, verdict -> verdict.instance().placement().account()),
            equal(region, verdict -> verdict.instance().placement().region()),
            equal(policy, Verdict::policy),
            Query.given(name)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .map(part -> verdict -> isCalled(verdict, part)),
            Query.given(minSaving)
                .map(text -> Query.decimal("min_saving", text))
                .map(
                    least ->
                        verdict ->
                            saving(verdict).filter(s -> s.compareTo(least) >= 0).isPresent()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Predicate<Verdict>> equal(
      @Nullable String wanted, java.util.function.Function<Verdict, String> value) {
    return Query.given(wanted).map(text -> verdict -> value.apply(verdict).equals(text));
  }

  private static boolean isCalled(Verdict verdict, String part) {
    return verdict.instance().name().toLowerCase(Locale.ROOT).contains(part)
        || verdict.instance().id().toLowerCase(Locale.ROOT).equals(part);
  }

  private Comparator<Verdict> comparator() {
    Comparator<Verdict> byId = Comparator.comparing(verdict -> verdict.instance().id());
    return switch (byName()) {
      case NAME ->
          Comparator.<Verdict, String>comparing(verdict -> verdict.instance().label())
              .thenComparing(byId);
      case SAVING ->
          Comparator.<Verdict, Optional<BigDecimal>>comparing(
                  VerdictQuery::saving, VerdictQuery::largestFirst)
              .thenComparing(byId);
      case RISK ->
          Comparator.<Verdict>comparingInt(
                  verdict -> -verdict.current().risk().map(PerformanceRisk::level).orElse(-1))
              .thenComparing(byId);
    };
  }

  private static int largestFirst(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    return other.get().compareTo(one.get());
  }

  private static Optional<BigDecimal> saving(Verdict verdict) {
    return verdict.recommended().flatMap(Option::saving).map(MonthlySaving::rounded);
  }
}
