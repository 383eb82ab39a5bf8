package io.headroom.store.recommendation;

import io.headroom.ledger.recommendation.RecommendationFilter;
import io.headroom.ledger.recommendation.RecommendationFilter.Change;
import io.headroom.ledger.recommendation.RecommendationState;
import io.headroom.store.sql.Conditions;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes conditions of a filter. */
final class FilterConditions {

  private FilterConditions() {}

  static Conditions of(RecommendationFilter filter) {
    Conditions conditions = new Conditions();
    if (isOfOpenOnes(filter)) {
      conditions.and("is_open = TRUE");
    }
    if (!filter.states().containsAll(open()) || !isOfOpenOnes(filter)) {
      conditions.in("state", names(filter.states()));
    }
    conditions.in("finding", names(filter.findings()));
    conditions.in("provider", names(filter.providers()));
    conditions.in("account", filter.accounts());
    conditions.in("region", filter.regions());
    filter.instanceId().ifPresent(id -> conditions.and("instance_id = :instance", "instance", id));
    filter.text().ifPresent(text -> conditions.contain(text, "instance_id", "name"));
    filter.firstRunId().ifPresent(id -> conditions.and("first_run_id = :run", "run", id));
    if (filter.change() == Change.OTHER_TYPE) {
      conditions.and("recommended_type IS NOT NULL");
    }
    return conditions;
  }

  static boolean isOfOpenOnes(RecommendationFilter filter) {
    return !filter.states().isEmpty()
        && filter.states().stream().allMatch(RecommendationState::isOpen);
  }

  private static Set<RecommendationState> open() {
    return RecommendationFilter.OPEN.states();
  }

  private static Set<String> names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).collect(Collectors.toSet());
  }
}
