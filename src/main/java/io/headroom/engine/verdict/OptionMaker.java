package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Candidate;
import io.headroom.engine.candidate.Need;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.verdict.Option;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns candidates into options that say what they would mean. */
final class OptionMaker {

  private final Need need;
  private final MigrationAdvisor migration;
  private final Optional<MonthlyPrice> presentPrice;

  OptionMaker(Need need, MigrationAdvisor migration, Optional<MonthlyPrice> presentPrice) {
    this.need = need;
    this.migration = migration;
    this.presentPrice = presentPrice;
  }

  List<Option> options(List<Candidate> ranked) {
    return IntStream.range(0, ranked.size())
        .mapToObj(index -> option(ranked.get(index), index + 1))
        .toList();
  }

  Option option(Candidate candidate, int rank) {
    InstanceType type = candidate.type();
    return new Option(
        rank,
        candidate.offering(),
        candidate.price(),
        presentPrice.map(price -> price.minus(candidate.price())),
        candidate.risk(),
        need.projectionOn(type, candidate.workers()),
        candidate.workers().map(need.sizing()::advice),
        migration.effort(type),
        migration.blockers(type));
  }
}
