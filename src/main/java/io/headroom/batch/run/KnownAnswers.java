package io.headroom.batch.run;

import io.headroom.advice.change.Answer;
import io.headroom.advice.change.FleetChanges.Answers;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.recommendation.Facts;
import io.headroom.ledger.recommendation.Recommendation;
import io.headroom.ledger.recommendation.RecommendationFilter;
import io.headroom.ledger.recommendation.RecommendationOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the store says of all machines. */
final class KnownAnswers {

  private KnownAnswers() {}

  /** Returns the answers that are open, as of the newest of them. */
  static Answers of(Ledger ledger) {
    List<Answer> answers = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    forEach(
        ledger,
        found -> {
          answers.add(answer(found.facts()));
          times.add(found.facts().asOf());
        });
    Optional<Instant> newest = times.stream().max(Comparator.naturalOrder());
    return new Answers(newest, answers);
  }

  static void forEach(Ledger ledger, Consumer<Recommendation> each) {
    PageRequest request = PageRequest.first(PageRequest.MOST);
    Page<Recommendation> page = list(ledger, request);
    page.items().forEach(each);
    while (page.next().isPresent()) {
      request = request.after(page);
      page = list(ledger, request);
      page.items().forEach(each);
    }
  }

  private static Page<Recommendation> list(Ledger ledger, PageRequest request) {
    return ledger
        .recommendations()
        .list(RecommendationFilter.OPEN, RecommendationOrder.NAME, request);
  }

  static Answer answer(Facts facts) {
    return new Answer(
        facts.instanceId(),
        facts.name().isBlank() ? facts.instanceId() : facts.name(),
        facts.finding(),
        facts.currentType(),
        facts.recommendedType(),
        facts.workers(),
        facts.saving());
  }
}
