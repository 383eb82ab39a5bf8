package io.headroom.engine.verdict;

import io.headroom.engine.candidate.Candidate;
import io.headroom.engine.candidate.Need;
import io.headroom.model.catalog.InstanceType;
import io.headroom.model.demand.Demand;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Projection;
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
        projection(candidate),
        candidate.workers().map(need.sizing()::advice),
        migration.effort(type),
        migration.blockers(type));
  }

  private Projection projection(Candidate candidate) {
    VCpus vcpus = Need.countedVcpus(candidate.type());
    Optional<Demand.Observed<VCpus>> cpu = need.analysis().demands().cpu().observed();
    return new Projection(
        cpu.map(observed -> observed.peak().of(vcpus)),
        cpu.map(observed -> observed.mean().of(vcpus)),
        need.analysis()
            .demands()
            .memory()
            .observed()
            .map(
                observed ->
                    need.sizing()
                        .demandOn(candidate.type().memory(), candidate.workers())
                        .of(candidate.type().memory())));
  }
}
